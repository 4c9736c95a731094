import { type Block, type Prose, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Mention } from '../../reference/nameIndex.js';
import { isCapitalised } from '../../reference/names/spelling.js';
import { Surroundings } from '../../reference/names/surroundings.js';
import { isTitle } from '../../reference/names/titles.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';

/** A sentence with the names in it. */
export interface SurveyedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly words: readonly NameWord[];
  readonly around: Surroundings;
}

/** All names of a draft: those the base knows, and who else is named in full. */
export interface Survey {
  readonly sentences: readonly SurveyedSentence[];
  /** The given names that the draft has with a surname, and the surnames it has with a given name; words by their key. */
  readonly company: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Looks a draft over for names. Cannot throw. */
export function survey(draft: Prose, reference: Reference): Survey {
  const company = new Map<string, Set<string>>();
  const note = (word: NameWord, other: NameWord): void => {
    const known = company.get(word.key);
    if (known === undefined) company.set(word.key, new Set([other.key]));
    else known.add(other.key);
  };
  const sentences = sentencesOf(draft).map(({ block, sentence }) => {
    const words = nameWords(sentence.tokens);
    const around = new Surroundings(words);
    for (const [at, word] of words.entries()) {
      if (!isCapitalised(word.text) || isTitle(word.text)) continue;
      const given = around.givenNameBefore(at);
      if (given !== undefined) note(word, given);
      const after = around.nameAfter(at + 1);
      if (after !== undefined) note(word, after);
    }
    const mentions = reference.names.mentionsIn(sentence.tokens);
    return { block, sentence, mentions, words, around };
  });
  return { sentences, company };
}
