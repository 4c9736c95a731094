import { wordSet } from './wordSet.js';

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
