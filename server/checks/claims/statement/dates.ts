import { memoize } from '../../../prose/memoize.js';
import { MONTHS, WEEKDAYS } from '../../../lexicon/calendar.js';
import type { Token } from '../../../prose/tokens.js';
import { isYear, quantitiesIn } from './numbers.js';
import type { TokenRange } from './tokenRange.js';

/** A time expression in a sentence. */
export interface TimeExpression extends TokenRange {
  /**
   * `weekday` counts from Sunday as 0, `month` from 1, `day` is the day of a month; `relative` is the
   * distance from the day of writing in days, negative before it.
   */
  readonly kind: 'weekday' | 'month' | 'day' | 'year' | 'relative' | 'clock';
  readonly value: number;
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

function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

function datesAt(tokens: readonly Token[], at: number): readonly TimeExpression[] {
  const word = lower(tokens, at);
  const capital = /^\p{Lu}/u.test(tokens[at]?.text ?? '');
  const weekday = WEEKDAYS.indexOf(word.replace(/s$/u, ''));
  if (weekday >= 0) return [{ first: at, last: at, kind: 'weekday', value: weekday }];
  const month = capital ? monthOf(tokens, at) : 0;
  if (month > 0) return aroundMonth(tokens, at, month);
  if (isYear(tokens, at)) {
    return [{ first: at, last: at, kind: 'year', value: Number(word) }];
  }
  const clock = clockAt(tokens, at);
  if (clock !== undefined) return [{ first: at, last: at, kind: 'clock', value: clock }];
  const single = SINGLE.get(word);
  if (single !== undefined) return [{ first: at, last: at, kind: 'relative', value: single }];
  return relativeAt(tokens, at);
}

/** Minutes since midnight of “at 2:15”; “from 1.40 to 1.90 pounds” is not a time. */
function clockAt(tokens: readonly Token[], at: number): number | undefined {
  const [, hour, mark, minute] = /^(\d{1,2})([:.])([0-5]\d)$/u.exec(lower(tokens, at)) ?? [];
  if (!/^(?:at|by|until|from|before|after|to)$/u.test(lower(tokens, at - 1))) return undefined;
  if (mark === '.' && (/^(?:from|to)$/u.test(lower(tokens, at - 1)) || isCounting(tokens, at)))
    return undefined;
  return mark === undefined || Number(hour) > 24 ? undefined : Number(hour) * 60 + Number(minute);
}

function isCounting(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.tag === 'NOUN' || /^(?:%|percent|per|million|billion)$/u.test(lower(tokens, at + 1));
}

/** The number of the month that a capitalised word names, or 0: “May” and “March” are words too. */
function monthOf(tokens: readonly Token[], at: number): number {
  const word = lower(tokens, at).replace(/\.$/u, '');
  const month =
    word.length === 3 || word === 'sept'
      ? MONTHS.findIndex((name) => name.startsWith(word.slice(0, 3)))
      : MONTHS.indexOf(word);
  if (month < 0) return 0;
  const ambiguous = /^(?:may|march|mar|jan|jun|dec|august)$/u.test(word);
  const framed =
    /^(?:in|on|since|until|till|by|from|of|last|next|this|early|late|mid|during|before|after|and|to)$/u.test(
      lower(tokens, at - 1),
    ) ||
    /^\d{1,4}(?:st|nd|rd|th)?$/u.test(lower(tokens, at - 1)) ||
    /^\d{1,4}(?:st|nd|rd|th)?$/u.test(lower(tokens, at + 1));
  return ambiguous && !framed ? 0 : month + 1;
}

function aroundMonth(
  tokens: readonly Token[],
  at: number,
  month: number,
): readonly TimeExpression[] {
  const found: TimeExpression[] = [];
  const dayAt = [at - 1, at + 1].find((place) => dayOf(lower(tokens, place)) > 0);
  found.push({ first: at, last: at, kind: 'month', value: month });
  if (dayAt !== undefined) {
    found.push({
      first: Math.min(at, dayAt),
      last: Math.max(at, dayAt),
      kind: 'day',
      value: dayOf(lower(tokens, dayAt)),
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
  const step = STEPS.get(lower(tokens, at));
  const days = DAYS.get(lower(tokens, at + 1));
  // “The next day” counts from the event before it, not from today.
  if (step !== undefined && days !== undefined && (days > 1 || step === 0)) {
    return [{ first: at, last: at + 1, kind: 'relative', value: step * days }];
  }
  const count = countAt(tokens, at);
  if (count === undefined) return [];
  const unit = COUNTED.get(tokens[count.last + 1]?.lemma ?? '');
  if (unit === undefined) return [];
  const after = lower(tokens, count.last + 2);
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
  return /^(?:a|an|one)$/u.test(lower(tokens, at)) ? { value: 1, last: at } : undefined;
}

/** True for two times of one kind that cannot be the same. */
export function datesDiffer(a: TimeExpression, b: TimeExpression): boolean {
  if (a.kind !== b.kind || a.value === b.value) return false;
  if (a.kind !== 'relative') return true;
  if (Math.sign(a.value) !== Math.sign(b.value)) return Math.abs(a.value - b.value) >= 1;
  const ratio =
    Math.max(Math.abs(a.value), Math.abs(b.value)) / Math.min(Math.abs(a.value), Math.abs(b.value));
  return ratio > 1.5;
}
