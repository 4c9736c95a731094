import { hashOf } from '../prose/grammar/hashing.js';
import { infinitiveOf } from '../prose/grammar/irregularVerbs.js';
import { stem } from '../prose/stem.js';

/** Words that say nothing of what a sentence speaks of. */
const EMPTY = new Set(
  'a an and are as at be been but by for from had has have he her his i if in into is it its not of on or our she so than that the their them they this to was we were what when which who will with would you'.split(
    ' ',
  ),
);

/**
 * What all forms of a word have in common, “rose” and “rising”, “sold” and “seller”; `word` is in small letters. A
 * word that is also another's past form is taken for that: what is found with it too is weighed later.
 */
export function familyOf(word: string): string {
  return stem(infinitiveOf(word) ?? word);
}

/** The families of the words that a text speaks of, repeated as they stand. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu)) {
    const word = match[0].toLowerCase();
    if (!EMPTY.has(word) && (word.length > 1 || /\d/u.test(word))) terms.push(familyOf(word));
  }
  return terms;
}

/**
 * The key of a family of words, from 0 up to 2^31. It is a hash, so that what many sources speak of can
 * be put together without their words: of 50,000 families one pair or none shares a key, and is then
 * found for each other, which makes a search a little worse and nothing wrong.
 */
export function keyOfTerm(term: string): number {
  return hashOf(term) >>> 1;
}

/**
 * What texts speak of, as numbers that can be stored: of each text how many terms it has, and then
 * their keys.
 */
export function evidenceWords(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => {
    const keys = termsOf(text).map(keyOfTerm);
    return [keys.length, ...keys];
  });
}
