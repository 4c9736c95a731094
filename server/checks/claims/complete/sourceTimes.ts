import { MS_PER_DAY, WEEKDAYS } from '../../../lexicon/calendar.js';
import type { TimeExpression } from '../../../values/dates.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { overlapsRange } from '../../../prose/tokenRange.js';

/** The weekdays that a claim names, from Sunday as 0. */
export function weekdaysIn({ statement, first, last }: ClaimSpan): ReadonlySet<number> {
  return new Set(
    statement.dates
      .filter((date) => date.kind === 'weekday' && overlapsRange({ first, last }, date))
      .map(({ value }) => value),
  );
}

/**
 * A source sentence with those weekdays of a claim that its dates, “today” and “yesterday” fall on.
 * Another weekday is not added, so that it contradicts nothing. `written` is the day on which the
 * source was written, as “2024-07-22”: the year of its dates is by default that of the source.
 */
export function withWeekdays(
  statement: Statement,
  written: string | undefined,
  wanted: ReadonlySet<number>,
): Statement {
  const { dates } = statement;
  if (wanted.size === 0 || dates.length === 0) return statement;
  const day = written === undefined ? Number.NaN : Date.parse(written);
  const added = dates.flatMap((date): readonly TimeExpression[] => {
    const at = timeOf(date, dates, day);
    const value = new Date(at).getUTCDay();
    return wanted.has(value) ? [{ ...date, kind: 'weekday', value }] : [];
  });
  return added.length === 0
    ? statement
    : { ...statement, dates: [...dates, ...added].sort((a, b) => a.first - b.first) };
}

/** The time of a day of a month, or of a day near that of writing, in milliseconds; NaN for any other. */
function timeOf(
  { kind, value, first, last }: TimeExpression,
  dates: readonly TimeExpression[],
  written: number,
): number {
  if (kind === 'relative')
    return Math.abs(value) < WEEKDAYS.length ? written + value * MS_PER_DAY : NaN;
  if (kind !== 'day') return NaN;
  const month = dates.find((one) => one.kind === 'month' && one.first >= first && one.last <= last);
  const year = dates.find(
    (one) => one.kind === 'year' && one.first > last && one.first <= last + 2,
  );
  const inYear = year?.value ?? new Date(written).getUTCFullYear();
  return month === undefined ? NaN : Date.UTC(inYear, month.value - 1, value);
}
