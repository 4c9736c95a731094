import { SMALL_NUMBERS, TENS } from '../lexicon/numberWords.js';
import { type Token, lowerAt } from '../prose/tokens.js';
import type { TokenRange } from '../prose/tokenRange.js';

/** A time of day. */
export interface TimeOfDay extends TokenRange {
  /** In minutes since midnight. */
  readonly minutes: number;
  /** True for “half past six”, which may be in the morning or in the evening. */
  readonly isEitherHalf: boolean;
}

/** Half a day in minutes. */
export const HALF_DAY = 720;
const HOUR = 60;
/** The first hour that a clock with two halves does not show. */
const FIRST_OF_24 = 13;
const HOURS = 24;

const NAMED = new Map([
  ['noon', HALF_DAY],
  ['midday', HALF_DAY],
  ['midnight', 0],
]);

/** “a.m.” or “p.m.”, however written. */
const HALF = /^([ap])\.?m\.?$/u;

/** The time of day that starts at a token: “14:10”, “9.30pm”, “half past six”, “noon”. */
export function timeOfDayAt(tokens: readonly Token[], at: number): TimeOfDay | undefined {
  const named = NAMED.get(lowerAt(tokens, at));
  if (named !== undefined) return { first: at, last: at, minutes: named, isEitherHalf: false };
  const time = onClock(tokens, at) ?? inWords(tokens, at);
  return time?.isEitherHalf === true ? inPartOfDay(time, tokens) : time;
}

/** The time in the part of the day after it, if there is one: “6.50 in the evening”, “ten past six this morning”. */
function inPartOfDay(time: TimeOfDay, tokens: readonly Token[]): TimeOfDay {
  const next = lowerAt(tokens, time.last + 1);
  const last = time.last + (next === 'in' ? 3 : 2);
  if (!/^(?:in|that|this)$/u.test(next)) return time;
  const inMorning = time.minutes % HALF_DAY;
  switch (lowerAt(tokens, last)) {
    case 'morning':
      return { ...time, minutes: inMorning, isEitherHalf: false };
    case 'afternoon':
    case 'evening':
      return { ...time, minutes: inMorning + HALF_DAY, isEitherHalf: false };
    default:
      return time;
  }
}

/** “14:10”, “at 2.15”, “9 a.m.”; “from 1.40 to 1.90 pounds” is no time. */
function onClock(tokens: readonly Token[], at: number): TimeOfDay | undefined {
  const [, hour, mark, minute = '0'] =
    /^(\d{1,2})(?:([:.])([0-5]\d))?$/u.exec(lowerAt(tokens, at)) ?? [];
  if (hour === undefined || Number(hour) > HOURS) return undefined;
  const minutes = Number(hour) * HOUR + Number(minute);
  const [, half] = HALF.exec(lowerAt(tokens, at + 1)) ?? [];
  if (half !== undefined && Number(hour) > 0 && Number(hour) < FIRST_OF_24) {
    const inHalf = (minutes % HALF_DAY) + (half === 'p' ? HALF_DAY : 0);
    return { first: at, last: at + 1, minutes: inHalf, isEitherHalf: false };
  }
  const before = lowerAt(tokens, at - 1);
  if (mark === undefined || !/^(?:at|by|until|from|before|after|to)$/u.test(before))
    return undefined;
  if (mark === '.' && (/^(?:from|to)$/u.test(before) || isCounting(tokens, at))) return undefined;
  return { first: at, last: at, minutes, isEitherHalf: isEither(hour) };
}

/** False for “14” and “09”, which only a clock of 24 hours shows. */
function isEither(hour: string): boolean {
  return Number(hour) > 0 && Number(hour) < FIRST_OF_24 && !hour.startsWith('0');
}

function isCounting(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at + 1]?.tag === 'NOUN' ||
    /^(?:%|percent|per|million|billion)$/u.test(lowerAt(tokens, at + 1))
  );
}

/** “Half past six”, “a quarter to nine”, “twenty past six”, “six o'clock”. */
function inWords(tokens: readonly Token[], at: number): TimeOfDay | undefined {
  const hour = hourOf(lowerAt(tokens, at));
  if (hour !== undefined && /^o['’]clock$/u.test(lowerAt(tokens, at + 1)))
    return { first: at, last: at + 1, minutes: hour * HOUR, isEitherHalf: true };
  const isPart = /^an?$/u.test(lowerAt(tokens, at)) && lowerAt(tokens, at + 1) === 'quarter';
  const last = isPart ? at + 1 : at;
  const part = PARTS.get(lowerAt(tokens, last)) ?? minutesOf(lowerAt(tokens, last));
  const way = lowerAt(tokens, last + 1);
  const of = hourOf(lowerAt(tokens, last + 2));
  if (part === undefined || of === undefined || !/^(?:past|to)$/u.test(way)) return undefined;
  // “From ten to six” are two figures.
  if (way === 'to' && !PARTS.has(lowerAt(tokens, last)) && lowerAt(tokens, at - 1) !== 'at')
    return undefined;
  const minutes = of * HOUR + (way === 'past' ? part : -part);
  return { first: at, last: last + 2, minutes, isEitherHalf: true };
}

const PARTS = new Map([
  ['half', 30],
  ['quarter', 15],
]);

function minutesOf(word: string): number | undefined {
  const value = numberOf(word);
  return value !== undefined && value > 0 && value < HOUR && value % 5 === 0 ? value : undefined;
}

function hourOf(word: string): number | undefined {
  const value = numberOf(word);
  return value !== undefined && value > 0 && value < FIRST_OF_24 ? value : undefined;
}

function numberOf(word: string): number | undefined {
  return /^\d{1,2}$/u.test(word) ? Number(word) : (SMALL_NUMBERS.get(word) ?? TENS.get(word));
}

/** True for two times of day that cannot be the same. */
export function timesOfDayExclude(
  one: Omit<TimeOfDay, keyof TokenRange>,
  other: Omit<TimeOfDay, keyof TokenRange>,
): boolean {
  const cycle = one.isEitherHalf || other.isEitherHalf ? HALF_DAY : HOURS * HOUR;
  return (one.minutes - other.minutes) % cycle !== 0;
}
