import { isCapitalised } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import type { BlockContent, Prose } from '../../prose/prose.js';
import { dictionaryKey } from './dictionary.js';
import { opensQuotation, spellingOf } from './doubtfulWords.js';

// A draft is asked about few words and changes with each key, so its blocks are asked one by one and remember their own
// words; nothing is gathered for the whole draft.

/** True if a draft has a word in this form, in lower case, anywhere. */
export function hasWord({ blocks }: Prose, word: string): boolean {
  return blocks.some(({ content }) => wordsIn(content).has(word));
}

/** True if a draft has a word with a capital other than at the start of a sentence or in a heading, by its key. */
export function hasCapitalised({ blocks }: Prose, key: string): boolean {
  return blocks.some(({ content }) => capitalisedIn(content).has(key));
}

/** True if a draft has a doubtful word more than once. */
export function isRepeated({ blocks }: Prose, key: string): boolean {
  let count = 0;
  for (const { content } of blocks) {
    for (const word of spellingOf(content).doubtful) if (word.key === key) count++;
    if (count > 1) return true;
  }
  return false;
}

const wordsIn = memoize(
  ({ sentences }: BlockContent): ReadonlySet<string> =>
    new Set(sentences.flatMap(({ tokens }) => tokens.map(({ lower }) => lower))),
);

const capitalisedIn = memoize(
  ({ kind, sentences }: BlockContent): ReadonlySet<string> =>
    new Set(
      // In a heading any word may have a capital, and one in capitals says nothing.
      (kind === 'heading' ? [] : sentences).flatMap(({ tokens }) =>
        tokens
          .filter(
            ({ text }, at) =>
              at > 0 && isCapitalised(text) && /\p{Ll}/u.test(text) && !opensQuotation(tokens, at),
          )
          .map(({ text }) => dictionaryKey(text)),
      ),
    ),
);
