import { wordSet } from './wordSet.js';

/** The length of a day in milliseconds. */
export const MS_PER_DAY = 86_400_000;

/** The days of the week in lower case, from Sunday. */
export const WEEKDAYS: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** The months in lower case, from January. */
export const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const SEASONS = wordSet('spring summer autumn winter');

const CALENDAR_WORDS: ReadonlySet<string> = new Set([
  ...WEEKDAYS.flatMap((day) => [day, `${day}s`]),
  ...MONTHS,
  ...SEASONS,
  ...wordSet(`
    jan feb apr jun jul aug sept sep oct nov dec tue tues wed thu thurs fri
    easter christmas ramadan eid diwali hanukkah passover thanksgiving halloween
  `),
]);

/** True for the names of days, months, seasons and festivals; letter case does not matter. */
export function isCalendarWord(word: string): boolean {
  return CALENDAR_WORDS.has(word.toLowerCase().replace(/\.$/u, ''));
}

/** True for the name of a day in lower case. */
export function isWeekday(word: string): boolean {
  return WEEKDAYS.includes(word);
}

/** True for the name of a month in lower case. */
export function isMonth(word: string): boolean {
  return MONTHS.includes(word);
}

/** True for the name of a season in lower case. */
export function isSeason(word: string): boolean {
  return SEASONS.has(word);
}

/** A day of a year. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** True if there is such a day, in the Gregorian calendar. */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  const read = new Date(Date.UTC(year, month - 1, day));
  return (
    read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === day
  );
}

/** The weekday of a day, from Sunday, 0 to 6. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** The number of a month from 1, by its digits, its name or the first letters of it; 0 for anything else. */
export function monthNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  return text === '' ? 0 : MONTHS.findIndex((name) => name.startsWith(text.toLowerCase())) + 1;
}

/** The number of a weekday from Sunday, 0 to 6, by its name or the first letters of it; -1 for anything else. */
export function weekdayNumber(text: string): number {
  return text === '' ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(text.toLowerCase()));
}
