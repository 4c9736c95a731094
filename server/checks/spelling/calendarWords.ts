import { MONTHS, WEEKDAYS } from '../../lexicon/calendar.js';
import { isPreposition } from '../../lexicon/functionWords.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { wordSet } from '../../lexicon/wordSet.js';
import { isKnownName } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import type { Token } from '../../prose/tokens.js';
import { editDistance } from '../../reference/names/editDistance.js';
import { entryOf } from './dictionary.js';

/**
 * Days and months, which are written with a capital as names are. “May” is too short to be
 * distinguished from other words.
 */
const CALENDAR: readonly string[] = [...WEEKDAYS, ...MONTHS].filter((word) => word.length > 3);

/** The greatest distance of a slip, see `editDistance.ts`; of a longer word two slips. */
const ONE_SLIP = 1;
const TWO_SLIPS = 1.7;
const LONG = 8;
/** A shorter word is near many names. */
const SHORT = 5;

/** Words before a day or a month other than prepositions. */
const TIME_WORDS = wordSet('last next this every each early late mid past coming');

/**
 * The day or month that a capitalised word misspells, in lower case: “Tueday” in “on Tueday”, “Febuary” in “3 Febuary”.
 * `undefined` if it is none, or may be a name.
 */
export function calendarWordMeant(tokens: readonly Token[], at: number): string | undefined {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || !isCapitalised(token.text) || token.text.length < 3) return undefined;
  const key = token.lower;
  if (isKnownName(key) || isGivenName(key) || entryOf(key) !== undefined) return undefined;
  // “Septembre Verlaine”, “the Juli brothers”
  if ([before, after].some((each) => each?.kind === 'word' && isCapitalised(each.text)))
    return undefined;
  const isBesideNumber = [before, after].some((each) => each?.kind === 'number');
  const isDated =
    isBesideNumber ||
    (before !== undefined && (isPreposition(before) || TIME_WORDS.has(before.lower)));
  if (!isDated) return undefined;
  const near = CALENDAR.filter((word) => isSlip(key, word, isBesideNumber));
  return near.length === 1 ? near[0] : undefined;
}

function isSlip(written: string, right: string, isBesideNumber: boolean): boolean {
  if (!written.startsWith(right.charAt(0))) return false;
  if (right.length <= SHORT && !isBesideNumber) return false;
  const limit = right.length >= LONG ? TWO_SLIPS : ONE_SLIP;
  return editDistance(written, right, limit) <= limit;
}
