import {
  MONTHS,
  MS_PER_DAY,
  WEEKDAYS,
  type CalendarDay,
  isCalendarDay,
  monthNumber,
  weekdayNumber,
  weekdayOf,
} from '../../lexicon/calendar.js';
import { memoize } from '../../prose/memoize.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../../prose/prose.js';
import { type Span, contains } from '../../prose/span.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding, Fix } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { dayOfDraft } from './dayOfDraft.js';

/** A weekday beside a date, as a draft writes it. */
interface Dated {
  readonly month: number;
  readonly day: number;
  /** Absent where the draft leaves it out. */
  readonly year?: number;
  /** From Sunday, 0 to 6. */
  readonly weekday: number;
  /** UTF-16 units of the block’s prose. */
  readonly name: Span;
  readonly number: Span;
}

const WEEKDAY = '(?<weekday>\\p{Lu}\\p{Ll}{2,8})\\.?,? (?:the )?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = '(?<month>\\p{Lu}\\p{Ll}{2,8})\\.?';
const YEAR = '(?:,? (?<year>\\d{4})(?![\\p{L}\\p{N}]))?';
const FORMS: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})${WEEKDAY}${DAY} (?:of )?${MONTH}(?!\\p{L})${YEAR}`, 'dgu'),
  new RegExp(`(?<!\\p{L})${WEEKDAY}${MONTH} ${DAY}(?![\\p{N}:])${YEAR}`, 'dgu'),
];

/** Dates before the Gregorian calendar was common may be of another. */
const FIRST_YEAR = 1800;

/**
 * A date without a year is in the year in which it is at most this many days from the day of
 * writing.
 */
const NEAR = 31;

/**
 * Reports weekdays that do not match their dates. A date without a year takes the year in which it
 * is near the day of the draft, if that is known. Yields after each block.
 */
export function* checkWeekdays(
  draft: Prose,
  { base }: Reference,
): CooperativeTask<readonly Finding[]> {
  const findings: Finding[] = [];
  const written = dayOfDraft(draft, base);
  for (const block of draft.blocks) {
    for (const dated of datesIn(block.content)) {
      const year = dated.year ?? (written === undefined ? undefined : yearNear(dated, written));
      if (year === undefined) continue;
      const date = { year, month: dated.month, day: dated.day };
      if (isCalendarDay(date) && year >= FIRST_YEAR && weekdayOf(date) !== dated.weekday)
        findings.push(findingOn(block, dated, date));
    }
    yield;
  }
  return findings;
}

const datesIn = memoize(({ text, quotations }: BlockContent): readonly Dated[] =>
  FORMS.flatMap((form) => [...text.matchAll(form)])
    .flatMap((match) => datedBy(match) ?? [])
    .filter(({ name }) => !quotations.some(({ inner }) => contains(inner, name)))
    .filter(({ name }) => !isInName(text, name)),
);

/** The UTF-16 units before a weekday in which the word before it is looked for. */
const LONGEST_WORD = 40;

/** True for the “Sun” of “Harbour Sun, 16 August 2008”. */
function isInName(text: string, { start, end }: Span): boolean {
  const isShort = !WEEKDAYS.includes(text.slice(start, end).toLowerCase());
  const before = text.slice(Math.max(0, start - LONGEST_WORD), start).trimEnd();
  return isShort && /^\p{Lu}\p{L}/u.test(before.slice(before.lastIndexOf(' ') + 1));
}

function datedBy({ groups = {}, indices }: RegExpMatchArray): Dated | undefined {
  const [weekday, month] = [weekdayNumber(groups.weekday ?? ''), monthNumber(groups.month ?? '')];
  const [name, number] = [indices?.groups?.weekday, indices?.groups?.day];
  if (weekday < 0 || month === 0 || name === undefined || number === undefined) return undefined;
  return {
    weekday,
    month,
    day: Number(groups.day),
    ...(groups.year === undefined ? {} : { year: Number(groups.year) }),
    name: { start: name[0], end: name[1] },
    number: { start: number[0], end: number[1] },
  };
}

/** The year in which a day is near another, given as “2024-07-22”; `undefined` if it is in none. */
function yearNear({ month, day }: Dated, other: string): number | undefined {
  const at = Date.parse(other);
  const year = Number(other.slice(0, 4));
  return [year - 1, year, year + 1].find(
    (one) => Math.abs(Date.UTC(one, month - 1, day) - at) <= NEAR * MS_PER_DAY,
  );
}

function findingOn(block: Block, dated: Dated, date: CalendarDay): Finding {
  const code = 'claim/weekday';
  const found = block.text.slice(dated.name.start, dated.name.end);
  const right = WEEKDAYS[weekdayOf(date)] ?? '';
  const expected = capitalised(
    found.length < (WEEKDAYS[dated.weekday] ?? '').length ? right.slice(0, 3) : right,
  );
  const on = `${date.day} ${capitalised(MONTHS[date.month - 1] ?? '')} ${date.year}`;
  return {
    code,
    severity: RULES[code].severity,
    message: `“${found}” should be “${expected}”: ${on} falls on a ${capitalised(right)}.`,
    span: draftSpanOf(block, dated.name),
    evidence: [],
    fixes: [
      replacementFix(`Change to “${expected}”`, block, dated.name, expected, false),
      ...otherDay(block, dated, date),
    ],
    found,
    expected,
  };
}

/** The fix that keeps the weekday and moves the date to the nearest such day of the month. */
function otherDay(block: Block, { weekday, number }: Dated, date: CalendarDay): readonly Fix[] {
  const ahead = (weekday - weekdayOf(date) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  const day = date.day + (2 * ahead > DAYS_OF_WEEK ? ahead - DAYS_OF_WEEK : ahead);
  if (!isCalendarDay({ ...date, day })) return [];
  const month = capitalised(MONTHS[date.month - 1] ?? '');
  return [replacementFix(`Change to ${day} ${month}`, block, number, String(day), false)];
}

const DAYS_OF_WEEK = 7;

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
