import { MONTHS, MS_PER_DAY, WEEKDAYS, isCalendarDay } from '../../lexicon/calendar.js';
import type { Token } from '../../prose/tokens.js';
import { type TimeExpression, datesIn } from '../../values/dates.js';

const DAYS_OF_WEEK = 7;

/** Words of a clause about what is still to come, by their dictionary form. */
const PLANNED =
  /^(?:will|shall|would|should|may|might|could|plan|expect|schedule|due|intend|next|tomorrow|coming)$/u;

/** Words before a weekday that is one of many. */
const REPEATED = /^(?:every|each|most)$/u;

/**
 * The times that a sentence names, as far as it says: “2024”, “2024-07”, “2024-07-22” or “2024-07-22T14:10”, each once
 * and in order. “Tuesday” and “yesterday” count from the day of writing, given as “2024-07-22”, and a day without a year
 * has the year in which it is nearest to that; without a day of writing these are left out.
 */
export function momentsIn(tokens: readonly Token[], written?: string): readonly string[] {
  const dates = datesIn(tokens);
  const days = dates.flatMap((date) => dayOf(date, dates, tokens, written) ?? []);
  const clocks = clocksIn(tokens, dates);
  const [day, ...others] = new Set(days);
  const only = others.length === 0 ? (day ?? written) : undefined;
  const timed = only === undefined ? [] : clocks.map((clock) => `${only}T${clock}`);
  const untimed = timed.length > 0 ? [] : days;
  return [...new Set([...untimed, ...timed, ...coarseIn(dates, tokens, written)])].sort();
}

/** True if a moment is on a day, given as “2024-07-22”; false if the day is not known. */
export function isOnDay(moment: string, day: string | undefined): boolean {
  return moment.split('T')[0] === day;
}

/** A time as it is read: “22 July 2024, 14:10”, “July 2024”, “2024”. */
export function momentText(moment: string): string {
  const [date = '', clock] = moment.split('T');
  const [year = '', month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const parts = [
    ...(day === undefined ? [] : [String(Number(day))]),
    ...(month === undefined ? [] : [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`]),
    year,
  ];
  return `${parts.join(' ')}${clock === undefined ? '' : `, ${clock}`}`;
}

/** The day of a date, a weekday or “yesterday”; `undefined` for anything else and where it is not known. */
function dayOf(
  date: TimeExpression,
  dates: readonly TimeExpression[],
  tokens: readonly Token[],
  written: string | undefined,
): string | undefined {
  switch (date.kind) {
    case 'day':
      return calendarDay(date, dates, written);
    case 'weekday':
      return written === undefined ? undefined : weekdayNear(date, dates, tokens, written);
    case 'relative':
      return written !== undefined && countsDays(date, tokens)
        ? shifted(written, date.value)
        : undefined;
    default:
      return undefined;
  }
}

/** A day of a month, in the year beside it or else in the nearest. */
function calendarDay(
  { first, last, value: day }: TimeExpression,
  dates: readonly TimeExpression[],
  written: string | undefined,
): string | undefined {
  const month = dates.find((one) => one.kind === 'month' && one.first >= first && one.last <= last);
  if (month === undefined) return undefined;
  const year = yearAfter(last, dates)?.value ?? nearestYear(month.value, day, written);
  return year !== undefined && isCalendarDay({ year, month: month.value, day })
    ? [String(year), two(month.value), two(day)].join('-')
    : undefined;
}

/** The year right after a token, at most behind a comma. */
function yearAfter(last: number, dates: readonly TimeExpression[]): TimeExpression | undefined {
  return dates.find((one) => one.kind === 'year' && one.first > last && one.first <= last + 2);
}

/** The year in which a day is nearest to that of writing. */
function nearestYear(month: number, day: number, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const at = Date.parse(written);
  const year = Number(written.slice(0, 4));
  const distance = (one: number): number => Math.abs(Date.UTC(one, month - 1, day) - at);
  return [year - 1, year, year + 1].sort((a, b) => distance(a) - distance(b))[0];
}

/** The year of a month after a word: “last” is before the month of writing, “next” after it, any other the nearest. */
function yearOfMonth(
  month: number,
  before: string,
  written: string | undefined,
): number | undefined {
  if (written === undefined || !/^(?:last|next)$/u.test(before))
    return nearestYear(month, 1, written);
  const year = Number(written.slice(0, 4));
  const own = Number(written.slice(5, 7));
  if (before === 'last') return month < own ? year : year - 1;
  return month > own ? year : year + 1;
}

/** The day of a weekday: the last one up to the day of writing, or the next one if the sentence is about a plan. */
function weekdayNear(
  { first, last, value }: TimeExpression,
  dates: readonly TimeExpression[],
  tokens: readonly Token[],
  written: string,
): string | undefined {
  // “Monday 22 July” is one day, and “Mondays” are many.
  if (dates.some((one) => one.kind === 'day' && one.first > last && one.first <= last + 3))
    return undefined;
  if (/days$/iu.test(tokens[first]?.text ?? '')) return undefined;
  const before = tokens[first - 1]?.lower ?? '';
  if (REPEATED.test(before)) return undefined;
  const ago = (new Date(Date.parse(written)).getUTCDay() - value + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  if (isPlanned(first, last, tokens) && before !== 'last')
    return shifted(written, (DAYS_OF_WEEK - ago) % DAYS_OF_WEEK);
  return shifted(written, before === 'last' && ago === 0 ? -DAYS_OF_WEEK : -ago);
}

/**
 * True if the words beside a weekday tell of what is still to come: those from the comma before it to the weekday or, if
 * no verb is among them, from there to the next comma. “Met on Thursday over a terminal planned at Lund” is past.
 */
function isPlanned(first: number, last: number, tokens: readonly Token[]): boolean {
  const isBreak = ({ lower }: Token): boolean => /^[,;:–—]$/u.test(lower);
  const start = tokens.findLastIndex((token, at) => at < first && isBreak(token)) + 1;
  const end = tokens.findIndex((token, at) => at > last && isBreak(token));
  const before = tokens.slice(start, first);
  const hasVerb = before.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
  // “The pool is free to all, from today until Friday”, “No ferry before Friday”
  if (!hasVerb && /^(?:until|till|before|by)$/u.test(before.at(-1)?.lower ?? '')) return true;
  const clause = hasVerb
    ? before
    : [...before, ...tokens.slice(last + 1, end < 0 ? undefined : end)];
  return clause.some(
    ({ lemma, lower, tag }, at) =>
      PLANNED.test(lemma) ||
      // “They meet on Monday”
      (tag === 'VERB' && isPresent(lower, lemma) && !isAfterAuxiliary(at, clause)) ||
      // “They are to meet on Monday”
      (/^(?:is|are)$/u.test(lower) && clause[at + 1]?.lower === 'to'),
  );
}

function isPresent(form: string, lemma: string): boolean {
  return form === lemma || form === `${lemma}s` || form === `${lemma}es`;
}

/** True for “meet” in “did not meet”, “to meet”. */
function isAfterAuxiliary(at: number, tokens: readonly Token[]): boolean {
  return tokens
    .slice(Math.max(0, at - 2), at)
    .some(({ tag, lower }) => tag === 'AUX' || lower === 'to');
}

/** True for “yesterday” and “two days ago”; false for “this week” and “two days later”. */
function countsDays({ first, last }: TimeExpression, tokens: readonly Token[]): boolean {
  if (first === last) return true;
  return tokens[last]?.lower === 'ago' && tokens[last - 1]?.lemma === 'day';
}

/** The months and years that a sentence names without a day. */
function coarseIn(
  dates: readonly TimeExpression[],
  tokens: readonly Token[],
  written: string | undefined,
): readonly string[] {
  const days = dates.filter(({ kind }) => kind === 'day');
  const months = dates.filter(
    (one) =>
      one.kind === 'month' && !days.some((day) => day.first <= one.first && one.last <= day.last),
  );
  const ofMonths = months.flatMap(({ first, last, value }) => {
    const before = tokens[first - 1]?.lower ?? '';
    const year = yearAfter(last, dates)?.value ?? yearOfMonth(value, before, written);
    return year === undefined ? [] : [`${year}-${two(value)}`];
  });
  const taken = [...days, ...months].map(({ last }) => yearAfter(last, dates));
  const ofYears = dates
    .filter((one) => one.kind === 'year' && !taken.includes(one))
    .map(({ value }) => String(value));
  return [...ofMonths, ...ofYears];
}

/** The times of day of a sentence, as “14:10”: after “at” and the like, and at the head of a line of a log. */
function clocksIn(tokens: readonly Token[], dates: readonly TimeExpression[]): readonly string[] {
  const [, hour, minute] = /^(\d{1,2})[:.]([0-5]\d)$/u.exec(tokens[0]?.text ?? '') ?? [];
  const head =
    hour !== undefined && Number(hour) < HOURS ? [`${two(Number(hour))}:${minute ?? ''}`] : [];
  const named = dates
    .filter(({ kind }) => kind === 'clock')
    .map(({ value }) => `${two(Math.floor(value / MINUTES))}:${two(value % MINUTES)}`);
  return [...head, ...named];
}

const HOURS = 24;
const MINUTES = 60;

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The weekday of a moment that has a day, with a capital; empty for any other. */
export function weekdayText(moment: string): string {
  const [date = ''] = moment.split('T');
  if (date.length < 'yyyy-mm-dd'.length) return '';
  const name = WEEKDAYS[new Date(Date.parse(date)).getUTCDay()] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
