import { MONTHS, MS_PER_DAY, WEEKDAYS, isCalendarDay } from '../../lexicon/calendar.js';
import type { Token } from '../../prose/tokens.js';
import { type TimeExpression, datesIn } from '../../values/dates.js';

const DAYS_OF_WEEK = 7;

/** Words of a clause about the future, by their dictionary form. */
const PLANNED =
  /^(?:will|shall|would|should|may|might|could|plan|expect|schedule|due|intend|next|tomorrow|coming)$/u;

/** Words before a weekday that is one of many, or that only names a kind: “its Friday market”. */
const REPEATED = /^(?:every|each|most|an?|any|my|your|his|her|its|our|their)$/u;

/**
 * The times that a sentence names, as precisely as it does: “2024”, “2024-07”, “2024-07-22” or
 * “2024-07-22T14:10”, each once and in order. “Tuesday” and “yesterday” count from the day of
 * writing, given as “2024-07-22”. A day without a year, or a month without a year, is before that
 * day in the past tense, after it in the future, otherwise the nearest. Without a day of writing
 * these are left out. A time of day is on the only day of its sentence, otherwise on `before`, the
 * day in the previous sentence, or on the day of writing.
 */
export function momentsIn(
  tokens: readonly Token[],
  written?: string,
  before?: string,
): readonly string[] {
  const dates = datesIn(tokens);
  const days = [
    ...dates.flatMap((date) => dayOf(date, dates, tokens, written) ?? []),
    ...lastNights(tokens, written),
  ];
  const clocks = clocksIn(tokens, dates);
  const [day, ...others] = new Set(days);
  const isToCome = tokens.some(({ lemma }) => PLANNED.test(lemma)) || !hasPast(tokens);
  const only =
    others.length === 0 ? (day ?? (isToCome ? written : (before ?? written))) : undefined;
  const timed = only === undefined ? [] : clocks.map((clock) => `${only}T${clock}`);
  const untimed = timed.length > 0 ? [] : days;
  return [...new Set([...untimed, ...timed, ...coarseIn(dates, tokens, written)])].sort();
}

/** True if a moment is on a day, given as “2024-07-22”; false if the day is not known. */
export function isOnDay(moment: string, day: string | undefined): boolean {
  return moment.split('T')[0] === day;
}

/** A time in words: “22 July 2024, 14:10”, “July 2024”, “2024”. */
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

/**
 * The day of a date, a weekday or “yesterday”; `undefined` for anything else and if it is not
 * known.
 */
function dayOf(
  date: TimeExpression,
  dates: readonly TimeExpression[],
  tokens: readonly Token[],
  written: string | undefined,
): string | undefined {
  switch (date.kind) {
    case 'day':
      return calendarDay(date, dates, tokens, written);
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

/** A day of a month, in the year beside it or otherwise in the nearest. */
function calendarDay(
  { first, last, value: day }: TimeExpression,
  dates: readonly TimeExpression[],
  tokens: readonly Token[],
  written: string | undefined,
): string | undefined {
  const month = dates.find((one) => one.kind === 'month' && one.first >= first && one.last <= last);
  if (month === undefined) return undefined;
  const year =
    yearAfter(last, dates)?.value ??
    relativeYearAfter(last, tokens, written) ??
    yearOfWeekday(first, month.value, day, dates, written) ??
    likelyYear({ first, last }, month.value, day, tokens, written);
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
  return nearestYears(month, day, written)[0];
}

/** The years around that of writing, those in which a day is nearest to it first. */
function nearestYears(month: number, day: number, written: string | undefined): readonly number[] {
  if (written === undefined) return [];
  const at = Date.parse(written);
  const year = Number(written.slice(0, 4));
  const distance = (one: number): number => Math.abs(Date.UTC(one, month - 1, day) - at);
  return [year - 1, year, year + 1].sort((a, b) => distance(a) - distance(b));
}

/** The nearest year in which a day is the weekday right before it: “Saturday, 12 July”. */
function yearOfWeekday(
  first: number,
  month: number,
  day: number,
  dates: readonly TimeExpression[],
  written: string | undefined,
): number | undefined {
  const weekday = dates.find(
    ({ kind, last }) => kind === 'weekday' && last < first && last >= first - 3,
  );
  return weekday === undefined
    ? undefined
    : nearestYears(month, day, written).find(
        (year) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday.value,
      );
}

/** The year of “last year” or “this year” right after a month or day. */
function relativeYearAfter(
  last: number,
  tokens: readonly Token[],
  written: string | undefined,
): number | undefined {
  const at = tokens[last + 1]?.lower === 'of' ? last + 2 : last + 1;
  const step = STEPS.get(tokens[at]?.lower ?? '');
  return step === undefined || tokens[at + 1]?.lower !== 'year' || written === undefined
    ? undefined
    : Number(written.slice(0, 4)) + step;
}

const STEPS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/**
 * The year of a day or month without one: the last such day if the words beside it are in the past
 * tense, the next one if they are about the future, otherwise the nearest.
 */
function likelyYear(
  { first, last }: Pick<TimeExpression, 'first' | 'last'>,
  month: number,
  day: number,
  tokens: readonly Token[],
  written: string | undefined,
): number | undefined {
  const nearest = nearestYear(month, day, written);
  if (nearest === undefined || written === undefined) return undefined;
  const at = [String(nearest), two(month), two(day)].join('-');
  if (at > written && isPast(first, last, tokens)) return nearest - 1;
  const isOver = at.slice(0, MONTH_LENGTH) < written.slice(0, MONTH_LENGTH);
  return isOver && isPlanned(first, last, tokens) ? nearest + 1 : nearest;
}

const MONTH_LENGTH = 'yyyy-mm'.length;

/** True if the clause of a time has a verb in the past, and none about the future. */
function isPast(first: number, last: number, tokens: readonly Token[]): boolean {
  if (isPlanned(first, last, tokens)) return false;
  const verb = tokens.findLastIndex((token, at) => at < first && token.tag === 'VERB');
  // “They agreed to visit the mill on 24 September”
  if (tokens[verb - 1]?.lower === 'to') return false;
  return hasPast(clauseBeside(first, last, tokens));
}

/** True if a verb is in the past: “closed”, “was closed”, “has been closed”, but not “is closed”. */
function hasPast(tokens: readonly Token[]): boolean {
  if (tokens.some(({ lower }) => /^(?:was|were|had|did|been)$/u.test(lower))) return true;
  if (tokens.some(({ lower }) => /^(?:is|are|be)$/u.test(lower))) return false;
  return tokens.some(
    ({ tag, lower, lemma }) => tag === 'VERB' && !isPresent(lower, lemma) && !lower.endsWith('ing'),
  );
}

/** The year of a month after a word: “last” is before the month of writing, “next” after it; `undefined` for any other. */
function yearOfMonth(
  month: number,
  before: string,
  written: string | undefined,
): number | undefined {
  if (written === undefined || !/^(?:last|next)$/u.test(before)) return undefined;
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
 * True if the words beside a weekday are about the future: those from the comma before it to the
 * weekday or, if no verb is among them, from there to the next comma. “Met on Thursday over a
 * terminal planned at Lund” is past.
 */
function isPlanned(first: number, last: number, tokens: readonly Token[]): boolean {
  const clause = clauseBeside(first, last, tokens);
  // “The pool is free to all, from today until Friday”, “No ferry before Friday”
  const isUntil = /^(?:until|till|before|by)$/u.test(tokens[first - 1]?.lower ?? '');
  if (isUntil && !wordsBefore(first, tokens).some(isVerb)) return true;
  return clause.some(
    ({ lemma, lower, tag }, at) =>
      PLANNED.test(lemma) ||
      // “They meet on Monday”
      (tag === 'VERB' && isPresent(lower, lemma) && !isAfterAuxiliary(at, clause)) ||
      // “They are to meet on Monday”
      (/^(?:is|are)$/u.test(lower) && clause[at + 1]?.lower === 'to'),
  );
}

/** The words from the comma before a time to it or, if no verb is among them, from there to the next comma. */
function clauseBeside(first: number, last: number, tokens: readonly Token[]): readonly Token[] {
  const before = wordsBefore(first, tokens);
  if (before.some(isVerb)) return before;
  const end = tokens.findIndex((token, at) => at > last && isBreak(token));
  return [...before, ...tokens.slice(last + 1, end < 0 ? undefined : end)];
}

/** The words from the comma or “that” before a time to it. */
function wordsBefore(first: number, tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findLastIndex((token, at) => at < first && isBreak(token)) + 1;
  // “She says that it was shut in March”
  const that = tokens.findLastIndex(({ lower }, at) => at < first && lower === 'that') + 1;
  return tokens.slice(Math.max(start, that), first);
}

function isBreak({ lower }: Token): boolean {
  return /^[,;:–—]$/u.test(lower);
}

function isVerb({ tag }: Token): boolean {
  return tag === 'VERB' || tag === 'AUX';
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

/** True for “yesterday”, “two days ago” and “two weeks ago”; false for “this week” and “two days later”. */
function countsDays({ first, last }: TimeExpression, tokens: readonly Token[]): boolean {
  if (first === last) return true;
  return (
    tokens[last]?.lower === 'ago' && /^(?:day|week|fortnight)$/u.test(tokens[last - 1]?.lemma ?? '')
  );
}

/** The day before that of writing, if a sentence has “last night”. */
function lastNights(tokens: readonly Token[], written: string | undefined): readonly string[] {
  const isNamed = tokens.some(
    ({ lower }, at) => lower === 'night' && tokens[at - 1]?.lower === 'last',
  );
  return isNamed && written !== undefined ? [shifted(written, -1)] : [];
}

/**
 * “Last month” and “next year”, but not the year of “June last year”, relative to the day of
 * writing.
 */
function relativePeriods(
  dates: readonly TimeExpression[],
  tokens: readonly Token[],
  written: string | undefined,
): readonly string[] {
  if (written === undefined) return [];
  return dates.flatMap(({ kind, first, last }) => {
    const step = STEPS.get(tokens[first]?.lower ?? '');
    if (kind !== 'relative' || step === undefined || last !== first + 1) return [];
    const isOfDate = dates.some(
      (one) => one.kind === 'month' && (one.last === first - 1 || one.last === first - 2),
    );
    const year = Number(written.slice(0, 4));
    switch (tokens[last]?.lower) {
      case 'year':
        return isOfDate || step === 0 ? [] : [String(year + step)];
      case 'month': {
        const month = year * MONTHS.length + Number(written.slice(5, 7)) - 1 + step;
        return step === 0
          ? []
          : [`${Math.floor(month / MONTHS.length)}-${two((month % MONTHS.length) + 1)}`];
      }
      default:
        return [];
    }
  });
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
    const year =
      yearAfter(last, dates)?.value ??
      relativeYearAfter(last, tokens, written) ??
      yearOfMonth(value, before, written) ??
      likelyYear({ first, last }, value, 1, tokens, written);
    return year === undefined ? [] : [`${year}-${two(value)}`];
  });
  const taken = [...days, ...months].map(({ last }) => yearAfter(last, dates));
  const ofYears = dates
    .filter((one) => one.kind === 'year' && !taken.includes(one))
    .map(({ value }) => String(value));
  return [...ofMonths, ...ofYears, ...relativePeriods(dates, tokens, written)];
}

/** The times of day of a sentence, as “14:10”: after “at” and the like, at the head of a line of a log, and on a clock of 24 hours. */
function clocksIn(tokens: readonly Token[], dates: readonly TimeExpression[]): readonly string[] {
  const [, hour, minute] = /^(\d{1,2})[:.]([0-5]\d)$/u.exec(tokens[0]?.text ?? '') ?? [];
  const head =
    hour !== undefined && Number(hour) < HOURS ? [`${two(Number(hour))}:${minute ?? ''}`] : [];
  const named = dates
    .filter(({ kind }) => kind === 'clock')
    .map(({ value }) => `${two(Math.floor(value / MINUTES))}:${two(value % MINUTES)}`);
  const bare = tokens.flatMap(({ text }, at) => {
    const isNamed = dates.some(({ kind, first }) => kind === 'clock' && first === at);
    const isRange = /^(?:between|and)$/u.test(tokens[at - 1]?.lower ?? '');
    return !isNamed && !isRange && CLOCK.test(text) ? [text] : [];
  });
  return [...new Set([...head, ...named, ...bare])];
}

/** “09:05”, “22:40”; “3:45” may be the length of a song. */
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

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
