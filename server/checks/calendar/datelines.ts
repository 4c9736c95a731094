import { monthNumber, weekdayNumber } from '../../lexicon/calendar.js';
import type { Token } from '../../prose/tokens.js';
import { datesIn } from '../../values/dates.js';
import { isOnDay, momentsIn } from './moments.js';

/**
 * The maximum number of tokens in a dateline with a date: “Lund, Sweden, 22 July 2024 (Coast News)
 * –”.
 */
const LONGEST_DATELINE = 14;

/**
 * The number of tokens of the place and date that open a report, with the dash; 0 if none do. A day
 * other than that of writing (given as “2024-07-22” if known) is part of the text: “Lund, 3 July –
 * The tour begins” is a line of a programme.
 */
export function datelineLength(tokens: readonly Token[], written: string | undefined): number {
  const dash = tokens
    .slice(0, LONGEST_DATELINE)
    .findIndex(({ text }) => /^(?:[-–—]|--)$/u.test(text));
  const opening = tokens.slice(0, dash + 1);
  const isDateline =
    hasDay(opening) &&
    hasPlace(opening) &&
    !opening.some(({ tag }) => tag === 'VERB' || tag === 'AUX') &&
    (written === undefined ||
      momentsIn(opening, written).every((moment) => isOnDay(moment, written)));
  return isDateline ? dash + 1 : 0;
}

/**
 * The tokens of a sentence without the place and day of its report; none for “LUND, 3 July.”, a
 * line that has nothing else. “Minutes of the meeting on 3 July” keeps its date, which is the day
 * of the meeting.
 */
export function withoutDateline(
  tokens: readonly Token[],
  written: string | undefined,
): readonly Token[] {
  if (isPlaceAndDay(tokens)) return [];
  const length = datelineLength(tokens, written);
  return length === 0 ? tokens : tokens.slice(length);
}

function isPlaceAndDay(tokens: readonly Token[]): boolean {
  return (
    tokens.length <= LONGEST_DATELINE &&
    hasDay(tokens) &&
    hasPlace(tokens) &&
    tokens.every(({ kind, tag, text }) =>
      kind === 'word' ? tag === 'PROPN' : /^(?:[\d,.()–—-]+)$/u.test(text),
    )
  );
}

/** True if a capitalised word is neither a day nor a month. */
function hasPlace(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }) => /^\p{Lu}\p{L}/u.test(text) && monthNumber(text) === 0 && weekdayNumber(text) < 0,
  );
}

function hasDay(tokens: readonly Token[]): boolean {
  return datesIn(tokens).some(({ kind }) => kind === 'day');
}

/**
 * True for a line that may contain only the time of writing: it has no verb, or no end and a day.
 */
export function mayOnlyDate(text: string, tokens: readonly Token[]): boolean {
  const hasVerb = tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
  return !hasVerb || (!/[.!?]["'”’)]*$/u.test(text.trimEnd()) && hasDay(tokens));
}

/**
 * True for a line that only dates its text: “COAST NEWS / 22 JUL 2024 / 20:15”, “Sent: Monday 22 July 2024”. `written`
 * is the day of the text, such as “2024-07-22”.
 */
export function isDatingLine(
  text: string,
  tokens: readonly Token[],
  written: string | undefined,
): boolean {
  if (written === undefined || !mayOnlyDate(text, tokens)) return false;
  const moments = momentsIn(tokens, written);
  return moments.length > 0 && moments.every((moment) => isOnDay(moment, written));
}
