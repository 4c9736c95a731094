import { MS_PER_DAY } from '../../lexicon/calendar.js';
import { memoize } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';
import { type TimeExpression, datesIn } from '../../values/dates.js';
import type { TokenRange } from '../../prose/tokenRange.js';

/** A day, month, year or weekday in a sentence, with the other parts beside it. */
export interface CalendarPoint extends TokenRange {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** From Sunday, 0 to 6. */
  readonly weekday?: number;
}

/** The points of a sentence in order: “Monday, 22 July 2024” is one. */
export const pointsIn = memoize((tokens: readonly Token[]): readonly CalendarPoint[] => {
  const points: CalendarPoint[] = [];
  for (const date of datesIn(tokens).toSorted((one, other) => one.first - other.first)) {
    const { kind, value, first, last } = date;
    if (kind === 'relative' || kind === 'clock') continue;
    const before = points.at(-1);
    if (before?.[kind] === undefined && before !== undefined && isBeside(before, date, tokens)) {
      points.pop();
      points.push({ ...before, [kind]: value, last: Math.max(before.last, last) });
    } else {
      points.push({ [kind]: value, first, last });
    }
  }
  return points;
});

/** True if nothing but a comma, “the” or “of” is between two parts of a date. */
function isBeside(
  { last }: CalendarPoint,
  { first }: TimeExpression,
  tokens: readonly Token[],
): boolean {
  return tokens.slice(last + 1, first).every(({ lower }) => /^(?:,|the|of)$/u.test(lower));
}

const FEBRUARY = 2;

/** A year of 365 days, for days without a year. */
const COMMON_YEAR = 2001;

/**
 * The number of days by which one point is after another, negative if it is before; `undefined` if
 * that is not certain. Days without a year are in one year if they are in one month or in two
 * successive ones.
 */
export function daysBetweenPoints(one: CalendarPoint, other: CalendarPoint): number | undefined {
  if (one.month === undefined || one.day === undefined) return undefined;
  if (other.month === undefined || other.day === undefined) return undefined;
  const years = yearsOf(one, other);
  if (years === undefined) return undefined;
  const isUndated = one.year === undefined && other.year === undefined;
  const months = [one.month, other.month];
  if (isUndated && Math.abs(one.month - other.month) > 1) return undefined;
  // The length of February depends on the year.
  if (isUndated && one.month !== other.month && months.includes(FEBRUARY)) return undefined;
  const [year, otherYear] = years;
  return (
    (Date.UTC(year, one.month - 1, one.day) - Date.UTC(otherYear, other.month - 1, other.day)) /
    MS_PER_DAY
  );
}

/** The years of two points; a later mention without one (“on 12 May 2024, after the vote on 14 May”) is of the same. */
function yearsOf(
  { year, first }: CalendarPoint,
  { year: otherYear, first: otherFirst }: CalendarPoint,
): readonly [number, number] | undefined {
  if (year === undefined && otherYear === undefined) return [COMMON_YEAR, COMMON_YEAR];
  if (year !== undefined && otherYear !== undefined) return [year, otherYear];
  if (otherYear === undefined)
    return year === undefined || otherFirst < first ? undefined : [year, year];
  return first < otherFirst ? undefined : [otherYear, otherYear];
}

/**
 * Which of two points is later: a positive number if the first certainly is, a negative one if the other is, 0 if they
 * may be the same; `undefined` if they cannot be compared.
 */
export function comparePoints(one: CalendarPoint, other: CalendarPoint): number | undefined {
  const days = daysBetweenPoints(one, other);
  if (days !== undefined) return days;
  if (one.year === undefined || other.year === undefined) return undefined;
  if (one.year !== other.year) return one.year - other.year;
  return one.month === undefined || other.month === undefined ? 0 : one.month - other.month;
}
