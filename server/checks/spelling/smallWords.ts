import { wordSet } from '../../lexicon/wordSet.js';

const SMALL_WORDS = wordSet(`
  a about after again all also an and another any are as at be been before being both but by can could did do does done
  each either else even ever every few for from had has have he her here him his how if in into is it its just least less
  lot lots many may me might more most much must my near neither no none nor not of off on once one only onto or other our
  out over own per same shall she should since so some such than that the their them then there these they this those
  though through till to too under until up upon us very was we well were what when where which while who whom whose why
  will with within without would yet you your
`);

/** True for a word that others run into where a space is missing: “alot”, “infact”. */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}
