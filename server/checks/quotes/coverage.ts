import { namesIn } from '../../prose/speaker.js';
import { type Prose, sentencesOf } from '../../prose/prose.js';
import { overlaps } from '../../prose/span.js';
import type { Reference } from '../../reference/reference.js';

/** True where the sources speak of what the draft speaks of. */
export function coversQuotes(draft: Prose, { names, evidence }: Reference): boolean {
  let known = 0;
  let all = 0;
  let words = 0;
  let found = 0;
  for (const { block, sentence } of sentencesOf(draft)) {
    if (sentence.role !== 'prose') continue;
    const mentions = names.mentionsIn(sentence.tokens);
    for (const { span } of namesIn(sentence.tokens, block.text, [])) {
      all++;
      if (mentions.some((mention) => overlaps(mention, span))) known++;
    }
    for (const token of sentence.tokens) {
      if (!/^(?:NOUN|VERB|ADJ|PROPN)$/u.test(token.tag)) continue;
      words++;
      if (evidence.rarity(token.text) < 1) found++;
    }
  }
  return (
    (all >= FEWEST_NAMES && known >= all * NAMES_KNOWN) || found >= Math.max(1, words) * WORDS_KNOWN
  );
}

const FEWEST_NAMES = 4;
const NAMES_KNOWN = 0.6;
const WORDS_KNOWN = 0.5;
