import { wordSet } from './wordSet.js';

const STOP_WORDS = wordSet(`
  a an and are as at be been but by for from had has have he her his i if in into is it its not of on
  or our she so than that the their them they this to was we were what when which who will with would
  you
`);

const LOWER_CASE_IN_TITLES = wordSet(`
  a an and as at but by for from in into nor of on or the to up via vs with de la le du der die das
`);

/** True for a lower-case word that says nothing about the subject of a text. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** True for a word that titles and headlines do not capitalise; letter case does not matter. */
export function isLowerCaseInTitles(word: string): boolean {
  return LOWER_CASE_IN_TITLES.has(word.toLowerCase());
}
