import { isCalendarWord } from '../../lexicon/calendar.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { placeNamed } from '../gazetteer.js';
import type { SourceWord, WordSpan } from './words.js';

/** The words of a credit line or byline after which names start. */
const BEFORE_NAMES =
  /^(?:by|additional|reporting|writing|editing|story|text|words|photographs?|photos?|pictures?|video|graphics?|illustrations?|compiled|translated)$/iu;
/** The words of a credit line or byline at which names end. */
const AFTER_NAMES =
  /^(?:contributed|contributes|reported|reporting|reports|wrote|in|from|for|of|at|to|is|was|are|were|the|a|an)$/iu;

/**
 * The names in a credit line (“Ada Roe and Tom Kerr contributed reporting.”). Such a line contains little else, so that
 * even names without capitals are recognised.
 */
export function creditedNames(words: readonly SourceWord[]): readonly WordSpan[] {
  const names: WordSpan[] = [];
  let first: number | undefined;
  for (let index = 0; index <= words.length; index++) {
    const word = words[index];
    const ends =
      word === undefined ||
      /^and$/iu.test(word.text) ||
      BEFORE_NAMES.test(word.text) ||
      AFTER_NAMES.test(word.text) ||
      isCalendarWord(word.text) ||
      /\p{N}/u.test(word.text);
    if (first !== undefined && (ends || !/^ +$/u.test(word.gap))) {
      const run = words.slice(first, index).map(({ text }) => text);
      const length = lengthOfName(run);
      const isPaper = names.length > 0 && words[first]?.gap === ', ' && looksLikePaper(run);
      if (length > 1 && length < 5 && run.slice(0, length).some(isPersonal) && !isPaper)
        names.push({ first, last: first + length - 1 });
      first = undefined;
    }
    if (word !== undefined && AFTER_NAMES.test(word.text)) break;
    if (!ends) first ??= index;
  }
  return names;
}

/** True for a word that a person's name has, and a heading (“Reading List”) has not. */
function isPersonal(word: string): boolean {
  return isGivenName(word) || !isEnglishWord(word);
}

/** The number of words of a person's name before the place and paper written after it: “Ada Roe Marlow Courier”. */
function lengthOfName(run: readonly string[]): number {
  const last = run.at(-1) ?? '';
  const surname = run.findIndex((word, index) => index > 0 && !isGivenName(word));
  const least = surname < 0 ? run.length : surname + 1;
  if (run.length <= least) return run.length;
  const isOther = isBodyHead(last) || placeNamed(last) !== undefined;
  return isOther || (run.length > 3 && !isPersonal(last)) ? least : run.length;
}

/** True for “Marlow Courier”, which ends with an ordinary word and does not begin with a given name. */
function looksLikePaper(run: readonly string[]): boolean {
  return !isGivenName(run[0] ?? '') && !isPersonal(run.at(-1) ?? '');
}

/** Capitalises each word of a name. */
export function capitaliseWords(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
