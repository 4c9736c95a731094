import { isStopWord } from '../lexicon/stopWords.js';
import { hashOf } from '../prose/grammar/hashing.js';
import { infinitiveOf } from '../prose/grammar/irregularVerbs.js';
import { stem } from '../prose/stem.js';

/**
 * The key shared by all forms of a word (“rose” and “rising”, “sold” and “seller”); `word` is in lower case. A word
 * that is also an irregular past form is read as that form: false hits are weighed later.
 */
export function wordFamilyOf(word: string): string {
  return stem(infinitiveOf(word) ?? word);
}

/** The word families of a text without stop words, in order and with repetitions. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu)) {
    const word = match[0].toLowerCase();
    if (!isStopWord(word) && (word.length > 1 || /\d/u.test(word))) terms.push(wordFamilyOf(word));
  }
  return terms;
}

/**
 * The numeric key of a word family, from 0 up to 2^31. Keys are hashes, so indexes of many sources can be combined
 * without their words. Among 50,000 families at most about one pair collides, which only makes a search slightly
 * less precise.
 */
export function termKeyOf(term: string): number {
  return hashOf(term) >>> 1;
}

/** The terms of texts as numbers that can be stored: for each text the number of its terms, then their keys. */
export function evidenceTermKeys(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => {
    const keys = termsOf(text).map(termKeyOf);
    return [keys.length, ...keys];
  });
}
