import { doubleMetaphone } from 'double-metaphone';
import { boundedMemo } from '../../prose/boundedMemo.js';

/** Pinyin initials and their closest English spelling. */
const PINYIN: readonly (readonly [RegExp, string])[] = [
  [/^x(?=[iu])/u, 'sh'],
  [/^q(?=[iu])/u, 'ch'],
  [/^zh/u, 'j'],
];

/**
 * The phonetic key of a folded word in English (Double Metaphone, Philips 2000), with pinyin pronounced correctly:
 * “Xi” and “Shi”, “Wu” and “Woo” share a key. It may be empty.
 */
export const soundOf: (word: string) => string = boundedMemo((word) => {
  const respelled = PINYIN.reduce((result, [spelt, spoken]) => result.replace(spelt, spoken), word);
  return doubleMetaphone(respelled)[0];
});
