import type { GrammarError } from './grammarError.js';
import type { Passage } from './structure/passage.js';

/** Universal tags of two words that seldom follow each other in this order: “zoo the”, “the with”, “been has”. */
const SELDOM =
  /^(?:(?:NOUN|PROPN|PRON|ADJ|NUM|PART) DET|DET (?:ADP|VERB|AUX|CCONJ|SCONJ|PRON|DET|PART|ADV)|AUX (?:SCONJ|CCONJ|AUX)|(?:ADJ|ADP|PART|DET) AUX|ADP ADP)$/u;

/** Hints at neighbouring words that may have changed places (“hit polls the after”). The reader knows the fix. */
export function findSwappedWords({ sentence: { tokens } }: Passage): readonly GrammarError[] {
  return tokens.flatMap((one, at): readonly GrammarError[] => {
    const two = tokens[at + 1];
    if (two === undefined || !SELDOM.test(`${one.tag} ${two.tag}`)) return [];
    return [
      {
        kind: 'swapped-words',
        span: { start: one.start, end: two.end },
        message: `“${one.text} ${two.text}” should perhaps be “${two.text} ${one.text}”.`,
        confidence: 0.85,
        fixes: [],
        isFirstFixPreferred: false,
      },
    ];
  });
}
