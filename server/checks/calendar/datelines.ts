import type { Token } from '../../prose/tokens.js';
import { datesIn } from '../claims/statement/dates.js';
import { momentsIn } from './moments.js';

/** The most tokens of a dateline with a date: “Lund, Sweden, 22 July 2024 (Coast News) –”. */
const LONGEST_DATELINE = 14;

/** The number of tokens of the place and date that open a report, with the dash; 0 if none do. */
export function datelineLength(tokens: readonly Token[]): number {
  const dash = tokens
    .slice(0, LONGEST_DATELINE)
    .findIndex(({ text }) => /^(?:[-–—]|--)$/u.test(text));
  const opening = tokens.slice(0, dash + 1);
  const isDateline = hasDay(opening) && !opening.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
  return isDateline ? dash + 1 : 0;
}

function hasDay(tokens: readonly Token[]): boolean {
  return datesIn(tokens).some(({ kind }) => kind === 'day');
}

/** True for a line that may tell nothing but when its text was written: it has no verb, or no end and a day. */
export function mayOnlyDate(text: string, tokens: readonly Token[]): boolean {
  const isTold = tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
  return !isTold || (!/[.!?]["'”’)]*$/u.test(text.trimEnd()) && hasDay(tokens));
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
  return moments.length > 0 && moments.every((moment) => moment.split('T')[0] === written);
}
