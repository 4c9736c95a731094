import { MONTHS } from '../lexicon/calendar.js';
import { withCapitalOf } from '../prose/capital.js';
import { type TokenRange, overlapsRange } from '../prose/tokenRange.js';
import type { Token } from '../prose/tokens.js';
import { datesIn } from './dates.js';
import { isYear } from './numerals.js';

/** A month with the day and year next to it, and where they stand. */
export interface WrittenDate extends TokenRange {
  /** From 1. */
  readonly month: number;
  readonly monthAt: number;
  readonly day?: number;
  readonly dayAt?: number;
  readonly year?: number;
}

/** The date with a month of which a range is part; `undefined` if it is part of none. */
export function writtenDateAround(
  tokens: readonly Token[],
  range: TokenRange,
): WrittenDate | undefined {
  const dates = datesIn(tokens);
  for (const { first: monthAt, value: month } of dates.filter(({ kind }) => kind === 'month')) {
    const day = dates.find(
      ({ kind, first, last }) => kind === 'day' && first <= monthAt && monthAt <= last,
    );
    const { first, last } = day ?? { first: monthAt, last: monthAt };
    const yearAt = tokens[last + 1]?.text === ',' ? last + 2 : last + 1;
    const hasYear = isYear(tokens, yearAt);
    const date: WrittenDate = {
      first,
      last: hasYear ? yearAt : last,
      month,
      monthAt,
      ...(day === undefined
        ? {}
        : { day: day.value, dayAt: day.first === monthAt ? day.last : day.first }),
      ...(hasYear ? { year: Number(tokens[yearAt]?.text) } : {}),
    };
    if (overlapsRange(date, range)) return date;
  }
  return undefined;
}

/** A date with the order, abbreviation and marks of another, given with its tokens; `undefined` if it lacks the day. */
export function writeDateAs(
  own: WrittenDate,
  tokens: readonly Token[],
  { month, day, year }: WrittenDate,
): string | undefined {
  if (own.day !== undefined && day === undefined) return undefined;
  const text = (at: number): string => {
    const written = tokens[at]?.text ?? '';
    if (at === own.monthAt) return monthAs(written, month);
    if (at === own.dayAt) return dayAs(written, day ?? 0);
    return isYear(tokens, at) ? String(year ?? written) : written;
  };
  let result = '';
  for (let at = own.first; at <= own.last; at++) {
    const isApart = at > own.first && (tokens[at]?.start ?? 0) > (tokens[at - 1]?.end ?? 0);
    result += (isApart ? ' ' : '') + text(at);
  }
  return result;
}

/** The months that papers with “Oct.” write in full, from 1. */
const NEVER_SHORT: ReadonlySet<number> = new Set([3, 4, 5, 6, 7]);

/** The name of a month in the form of another: “Sept.” for “Oct.”, “Sept” for “Oct”, “September” for “October”. */
function monthAs(written: string, month: number): string {
  const name = MONTHS[month - 1] ?? '';
  const letters = written.replace(/\.$/u, '').toLowerCase();
  const hasPoint = written.endsWith('.');
  const isLong = MONTHS.includes(letters) || (hasPoint && NEVER_SHORT.has(month));
  const short = name.slice(0, name === 'september' ? 4 : 3);
  return withCapitalOf(written, isLong ? name : short + (hasPoint ? '.' : ''));
}

/** A day of the month with an ending if the other has one: “22nd” for “5th”. */
function dayAs(written: string, day: number): string {
  if (/^\d+$/u.test(written)) return String(day);
  const last = day > 10 && day < 14 ? 0 : day % 10;
  return `${day}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}
