import { boundedMemo } from '../../prose/boundedMemo.js';
import { memoize } from '../../prose/memoize.js';
import type { Reference } from '../../reference/reference.js';

/** The words of the sources. */
export interface SourceWords {
  /** True for a word of a name, in any case. */
  isInName(word: string): boolean;
  /** How many statements of the sources have exactly this word, in any case; no more than a few are counted. */
  count(word: string): number;
  /** True if a statement of the sources has these words side by side, in any case: “Ada Roe” in “CALL WITH ADA ROE”. */
  hasTogether(words: string): boolean;
}

/** The number of statements that are examined for a word. */
const MOST_STATEMENTS = 12;

/** The words of a reference; asked only where a word of the draft is doubtful. */
export const sourceWordsOf: (reference: Reference) => SourceWords = memoize(
  ({ base, evidence }) => {
    let names: ReadonlySet<string> | undefined;
    const nameWords = (): ReadonlySet<string> =>
      (names ??= new Set(
        base.entities.flatMap(({ name, forms, demonyms }) =>
          [name, ...forms, ...demonyms].flatMap((form) => wordsOf(form)),
        ),
      ));
    const count = boundedMemo((word: string): number => {
      // The index finds any form of a word at once; the statements show whether it is this one.
      if (evidence.rarity(word) === 1) return 0;
      return evidence
        .search([{ word, weight: 1 }], MOST_STATEMENTS)
        .filter(({ fact }) => wordsOf(fact.text).includes(word)).length;
    }, 512);
    const hasTogether = boundedMemo((words: string): boolean => {
      const wanted = wordsOf(words);
      const terms = wanted.map((word) => ({ word, weight: 1 }));
      return evidence
        .search(terms, MOST_STATEMENTS)
        .some(({ fact }) => ` ${wordsOf(fact.text).join(' ')} `.includes(` ${wanted.join(' ')} `));
    }, 512);
    return { isInName: (word) => nameWords().has(word), count, hasTogether };
  },
);

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu) ?? [];
}
