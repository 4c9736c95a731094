import {
  MONTHS,
  MS_PER_DAY,
  isCalendarDay,
  monthNumber,
  weekdayNumber,
  weekdayOf,
} from '../../lexicon/calendar.js';
import { frontMatterIn } from '../../prose/markdownGrammar.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';

/** The date that a source gives itself. */
export interface SourceDate {
  /** Four digits; absent where the source has only day and month: “Wed 7 April”. */
  readonly year?: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** From Sunday, 0 to 6, if the source has it beside the date. */
  readonly weekday?: number;
}

/** The number of lines at the top of a source that may date it, and the number of UTF-16 units. */
const TOP_LINES = 8;
const TOP_LENGTH = 4000;

/**
 * The maximum number of words in a line that dates a source, and in a dateline: “HARROW, May 21
 * (Coast News) - The mill …”.
 */
const LONGEST_LINE = 24;
const LONGEST_DATELINE = 10;

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = '(\\p{Lu}\\p{L}{2,8})\\.?';
const FORMS: readonly (readonly [RegExp, year: number, month: number, day: number])[] = [
  [/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u, 1, 2, 3],
  [new RegExp(`\\b${DAY} (?:of )?${MONTH},? (\\d{4})\\b`, 'u'), 3, 2, 1],
  [new RegExp(`\\b${MONTH} ${DAY},? (\\d{4})\\b`, 'u'), 3, 1, 2],
];
/**
 * “22.7.2024”, “7/22/24”: the day is the number that is no month, or is confirmed by the weekday
 * beside it.
 */
const IN_FIGURES = /\b(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})\b/u;
const WITHOUT_YEAR: readonly (readonly [RegExp, month: number, day: number])[] = [
  [new RegExp(`\\b${DAY} (?:of )?${MONTH}(?!\\p{L})`, 'u'), 2, 1],
  [new RegExp(`\\b${MONTH} ${DAY}\\b`, 'u'), 1, 2],
];
const IN_NAME = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/u;

/**
 * The date of a source: in its front matter, otherwise in the first dated line above its text,
 * otherwise in its name; `undefined` if it has none. `name` is the name by which the source is
 * cited.
 */
export function dateOfSource(prose: Prose, name: string): SourceDate | undefined {
  const { text } = prose;
  const front = frontMatterIn(text);
  const inFront = front && /^(?:date|published)\s*[:=](.*)$/imu.exec(text.slice(0, front.end))?.[1];
  const from = front?.end ?? 0;
  const inRow = rowsAtTop(prose);
  let end = from - 1;
  const top = text
    .slice(from, from + TOP_LENGTH)
    .split('\n')
    .filter((line) => {
      const start = end + 1;
      end = start + line.length;
      return /\S/u.test(line) && !inRow.some((row) => row.start < end && start < row.end);
    })
    .slice(0, TOP_LINES);
  const datelines = top.flatMap((line) => datelineOf(line) ?? []);
  const lines = [
    ...datelines,
    ...top.filter((line) => wordCount(line) <= LONGEST_LINE),
    ...openingsOf(prose),
  ];
  return (
    dateIn(inFront ?? '') ??
    firstOf(lines, dateIn) ??
    dateInName(name) ??
    firstOf(datelines, dayIn) ??
    firstOf(lines, (line) => {
      const date = dayIn(line);
      return date?.weekday === undefined ? undefined : date;
    })
  );
}

/** The short first sentences without a verb at the top of a source: “Notes of 1 September 2026.” */
function openingsOf({ blocks }: Prose): readonly string[] {
  return blocks.slice(0, TOP_LINES).flatMap(({ sentences: [first], cell }) => {
    if (first === undefined || cell !== undefined) return [];
    const hasVerb = first.tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
    return !hasVerb && wordCount(first.text) <= LONGEST_DATELINE ? [first.text] : [];
  });
}

/**
 * The places of table rows at the top of a source, which date their own subject and not the source.
 */
function rowsAtTop({ blocks }: Prose): readonly Span[] {
  const rows = new Map<string, Span[]>();
  for (const { cell, map } of blocks) {
    if (map.extent.start > 2 * TOP_LENGTH) break;
    if (cell === undefined) continue;
    const key = `${cell.table} ${cell.row}`;
    rows.set(key, [...(rows.get(key) ?? []), map.extent]);
  }
  return [...rows.values()].filter(({ length }) => length > 1).flat();
}

/** The text before the dash in a line that opens with place and date. */
function datelineOf(line: string): string | undefined {
  const [opening = '', rest] = line.split(/\s[-–—]\s|[–—]/u, 2);
  return rest !== undefined && wordCount(opening) <= LONGEST_DATELINE ? opening : undefined;
}

function wordCount(line: string): number {
  return line.trim().split(/\s+/u).length;
}

/** The first full date of a line. */
function dateIn(line: string): SourceDate | undefined {
  const weekday = weekdayIn(line);
  const inFigures = IN_FIGURES.exec(line);
  if (inFigures !== null) {
    const [, one, , other, end = ''] = inFigures;
    const year = Number(end.length === 2 ? `20${end}` : end);
    const readings = [
      { year, month: Number(one), day: Number(other) },
      { year, month: Number(other), day: Number(one) },
    ].filter((date) => isDate(date) && (weekday === undefined || weekdayOf(date) === weekday));
    const [first, second] = readings;
    const isCertain = second === undefined || first?.day === second.day;
    return isCertain ? first : undefined;
  }
  for (const [form, atYear, atMonth, atDay] of FORMS) {
    const match = form.exec(line);
    const date = {
      year: Number(match?.[atYear]),
      month: monthNumber(match?.[atMonth] ?? ''),
      day: Number(match?.[atDay]),
    };
    if (isDate(date)) return date;
  }
  return undefined;
}

/** The first day of a line that has no year. */
function dayIn(line: string): SourceDate | undefined {
  for (const [form, atMonth, atDay] of WITHOUT_YEAR) {
    const match = form.exec(line);
    if (match === null) continue;
    const date = { month: monthNumber(match[atMonth] ?? ''), day: Number(match[atDay]) };
    const weekday = weekdayIn(line.slice(0, match.index));
    if (isDate(date)) return weekday === undefined ? date : { ...date, weekday };
  }
  return undefined;
}

function dateInName(name: string): SourceDate | undefined {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const [, year, month, day] = IN_NAME.exec(file) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return isDate(date) ? date : undefined;
}

/** Any year with a 29 February. */
const LEAP_YEAR = 2000;

/** The year in which a source may have been written. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** True if there is such a day, in a year in which a source may have been written. */
export function isDate({ year = LEAP_YEAR, month, day }: SourceDate): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && isCalendarDay({ year, month, day });
}

/** The last weekday of a text, in full or cut, from Sunday, 0 to 6. */
function weekdayIn(text: string): number | undefined {
  const words = text.match(/\p{Lu}\p{L}{2,8}/gu) ?? [];
  const at = words.map(weekdayNumber).findLast((index) => index >= 0);
  return at;
}

function firstOf<Result>(
  lines: readonly string[],
  find: (line: string) => Result | undefined,
): Result | undefined {
  for (const line of lines) {
    const found = find(line);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The days of sources, as “2024-07-22”, by their names. A date without a year has that of the other sources,
 * or the year before or after, whichever has its weekday; without a weekday, the one year that they have.
 * A source whose date stays open has no day.
 */
export function daysOfSources(
  dates: ReadonlyMap<string, SourceDate | undefined>,
): ReadonlyMap<string, string> {
  const years = new Set([...dates.values()].flatMap((date) => date?.year ?? []));
  const days = new Map<string, string>();
  for (const [source, date] of dates) {
    const year = date && (date.year ?? yearOf(date, years));
    const day = date && year !== undefined ? dayText({ ...date, year }) : undefined;
    if (day !== undefined) days.set(source, day);
  }
  return days;
}

/** True for a date without any sign of its year. */
export function lacksYear({ year, weekday }: SourceDate): boolean {
  return year === undefined && weekday === undefined;
}

function yearOf(date: SourceDate, years: ReadonlySet<number>): number | undefined {
  const candidates =
    date.weekday === undefined
      ? years
      : new Set([...years].flatMap((one) => [one - 1, one, one + 1]));
  const fitting = [...candidates].filter((year) => {
    const full = { ...date, year };
    return isDate(full) && (date.weekday === undefined || weekdayOf(full) === date.weekday);
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A date as “2024-07-22”; `undefined` if it has no year. */
export function dayText(date: SourceDate & { readonly year: number }): string;
export function dayText(date: SourceDate): string | undefined;
export function dayText({ year, month, day }: SourceDate): string | undefined {
  return year === undefined ? undefined : [String(year), two(month), two(day)].join('-');
}

/** A day such as “2024-07-22” in words: “22 July 2024”. */
export function inWords(day: string): string {
  const [year = '', month, date] = day.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return `${Number(date)} ${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year}`;
}

/** How many days after one day, such as “2024-07-22”, another is. */
export function daysBetween(day: string, other: string): number {
  return (Date.parse(other) - Date.parse(day)) / MS_PER_DAY;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
