import { doubleMetaphone } from 'double-metaphone';
import { boundedMemo } from '../../prose/boundedMemo.js';

/** Pinyin initials and what an English ear writes for them. */
const PINYIN: readonly (readonly [RegExp, string])[] = [
  [/^x(?=[iu])/u, 'sh'],
  [/^q(?=[iu])/u, 'ch'],
  [/^zh/u, 'j'],
];

/**
 * How a word sounds to an English ear (Double Metaphone, Philips 2000), pinyin read as it is spoken:
 * “Xi” and “Shi”, “Wu” and “Woo” sound alike. `word` is folded. Empty where nothing is left.
 */
export const soundOf: (word: string) => string = boundedMemo((word) => {
  const heard = PINYIN.reduce((result, [spelt, spoken]) => result.replace(spelt, spoken), word);
  return doubleMetaphone(heard)[0];
});
