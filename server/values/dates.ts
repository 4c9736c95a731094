import { memoize } from '../prose/memoize.js';
import { MONTHS, WEEKDAYS } from '../lexicon/calendar.js';
import { type Token, lowerAt } from '../prose/tokens.js';
import type { TokenRange } from '../prose/tokenRange.js';
import { quantitiesIn } from './figures.js';
import { isYear } from './numerals.js';
import { timeOfDayAt, timesOfDayExclude } from './times.js';

/** A time expression in a sentence. */
export interface TimeExpression extends TokenRange {
  /**
   * `weekday` counts from Sunday as 0, `month` from 1, `day` is the day of a month; `relative` is the
   * distance from the day of writing in days, negative before it, `clock` is in minutes since midnight.
   */
  readonly kind: 'weekday' | 'month' | 'day' | 'year' | 'relative' | 'clock';
  readonly value: number;
  /** True for a time of day that may be in the morning or in the evening. */
  readonly isEitherHalf?: boolean;
}

const DAYS = new Map([
  ['day', 1],
  ['week', 7],
  ['fortnight', 14],
  ['month', 30],
  ['quarter', 91],
  ['year', 365],
  ['decade', 3650],
  ['century', 36500],
]);
/** Decades and centuries are already counted in years (`units.ts`). */
const COUNTED = new Map([...DAYS, ['decade', 365], ['century', 365]]);
const STEPS = new Map([
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
]);
const SINGLE = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);

/** The time expressions of a sentence, in order. */
export const datesIn = memoize((tokens: readonly Token[]): readonly TimeExpression[] => {
  const found: TimeExpression[] = [];
  for (let at = 0; at < tokens.length;) {
    const dates = datesAt(tokens, at);
    found.push(...dates);
    at = Math.max(at, ...dates.map((date) => date.last)) + 1;
  }
  return found;
});

function datesAt(tokens: readonly Token[], at: number): readonly TimeExpression[] {
  const word = lowerAt(tokens, at);
  const capital = /^\p{Lu}/u.test(tokens[at]?.text ?? '');
  const weekday = WEEKDAYS.indexOf(word.replace(/s$/u, ''));
  if (weekday >= 0) return [{ first: at, last: at, kind: 'weekday', value: weekday }];
  const month = capital ? monthOf(tokens, at) : 0;
  if (month > 0) return aroundMonth(tokens, at, month);
  if (isYear(tokens, at)) {
    return [{ first: at, last: at, kind: 'year', value: Number(word) }];
  }
  const time = timeOfDayAt(tokens, at);
  if (time !== undefined) {
    const { first, last, minutes, isEitherHalf } = time;
    return [{ first, last, kind: 'clock', value: minutes, isEitherHalf }];
  }
  const single = SINGLE.get(word);
  if (single !== undefined) return [{ first: at, last: at, kind: 'relative', value: single }];
  return relativeAt(tokens, at);
}

/** The number of the month that a capitalised word names, or 0: “May” and “March” are words too. */
function monthOf(tokens: readonly Token[], at: number): number {
  const word = lowerAt(tokens, at).replace(/\.$/u, '');
  const month =
    word.length === 3 || word === 'sept'
      ? MONTHS.findIndex((name) => name.startsWith(word.slice(0, 3)))
      : MONTHS.indexOf(word);
  if (month < 0) return 0;
  const ambiguous = /^(?:may|march|mar|jan|jun|dec|august)$/u.test(word);
  const framed =
    /^(?:in|on|since|until|till|by|from|of|last|next|this|early|late|mid|during|before|after|and|to)$/u.test(
      lowerAt(tokens, at - 1),
    ) ||
    /^\d{1,4}(?:st|nd|rd|th)?$/u.test(lowerAt(tokens, at - 1)) ||
    /^\d{1,4}(?:st|nd|rd|th)?$/u.test(lowerAt(tokens, at + 1));
  return ambiguous && !framed ? 0 : month + 1;
}

function aroundMonth(
  tokens: readonly Token[],
  at: number,
  month: number,
): readonly TimeExpression[] {
  const found: TimeExpression[] = [];
  // “5 May”, “May 5”, “the 5th of May”
  const before = lowerAt(tokens, at - 1) === 'of' ? at - 2 : at - 1;
  const dayAt = [before, at + 1].find((place) => dayOf(lowerAt(tokens, place)) > 0);
  found.push({ first: at, last: at, kind: 'month', value: month });
  if (dayAt !== undefined) {
    found.push({
      first: Math.min(at, dayAt),
      last: Math.max(at, dayAt),
      kind: 'day',
      value: dayOf(lowerAt(tokens, dayAt)),
    });
  }
  return found;
}

function dayOf(word: string): number {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(word);
  const day = Number(match?.[1] ?? 0);
  return day <= 31 ? day : 0;
}

/** “last month”, “this week”, “two decades ago”, “in three days”. */
function relativeAt(tokens: readonly Token[], at: number): readonly TimeExpression[] {
  const step = STEPS.get(lowerAt(tokens, at));
  const days = DAYS.get(lowerAt(tokens, at + 1));
  // “The next day” counts from the event before it, not from today.
  if (step !== undefined && days !== undefined && (days > 1 || step === 0)) {
    return [{ first: at, last: at + 1, kind: 'relative', value: step * days }];
  }
  const count = countAt(tokens, at);
  if (count === undefined) return [];
  const unit = COUNTED.get(tokens[count.last + 1]?.lemma ?? '');
  if (unit === undefined) return [];
  const after = lowerAt(tokens, count.last + 2);
  const sign = /^(?:ago|earlier|previously)$/u.test(after) ? -1 : after === 'later' ? 1 : 0;
  if (sign === 0) return [];
  return [{ first: at, last: count.last + 2, kind: 'relative', value: sign * count.value * unit }];
}

function countAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly last: number } | undefined {
  const [quantity] = quantitiesIn(tokens.slice(at, at + 4));
  if (quantity?.first === 0) return { value: quantity.value, last: at + quantity.last };
  return /^(?:a|an|one)$/u.test(lowerAt(tokens, at)) ? { value: 1, last: at } : undefined;
}

/** True for two times of one kind that cannot be the same. */
export function datesDiffer(a: TimeExpression, b: TimeExpression): boolean {
  if (a.kind !== b.kind || a.value === b.value) return false;
  if (a.kind === 'clock') return timesOfDayExclude(timeOf(a), timeOf(b));
  if (a.kind !== 'relative') return true;
  if (Math.sign(a.value) !== Math.sign(b.value)) return Math.abs(a.value - b.value) >= 1;
  const ratio =
    Math.max(Math.abs(a.value), Math.abs(b.value)) / Math.min(Math.abs(a.value), Math.abs(b.value));
  return ratio > 1.5;
}

function timeOf({ value, isEitherHalf = false }: TimeExpression): {
  readonly minutes: number;
  readonly isEitherHalf: boolean;
} {
  return { minutes: value, isEitherHalf };
}
