import { monthNumber, MONTHS, MS_PER_DAY } from '../../lexicon/calendar.js';
import { SMALL_NUMBERS } from '../../lexicon/numberWords.js';
import { countWithNoun } from '../../reference/summary.js';
import type { Miscount } from './figures.js';
import { type Line, figureIn, tokensIn } from './line.js';

const YEAR = '(?:1[6-9]\\d\\d|20\\d\\d)';
const NUMBER = `(?:<(?<count>\\d+)>|(?<word>${[...SMALL_NUMBERS.keys()].join('|')}))`;
const LENGTH = `(?<length>${NUMBER} ?-? ?(?<unit>years?|weeks?|days?|nights?)?)`;
const MONTH = `(?:${MONTHS.join('|')})`;
const YEARS = `from (?<y1>${YEAR}) (?:to|until|till) (?<y2>${YEAR})`;
const DAYS = `from (?:<(?<d1>\\d+)>|(?<n1>\\d{1,2}))(?: (?<m1>${MONTH}))? (?:to|until|till) (?:<(?<d2>\\d+)>|(?<n2>\\d{1,2})) (?<m2>${MONTH})`;
// The words after “for” or “into” may be about another time: “12 years for thefts from 2001 to
// 2005”.
const WORDS = "(?: (?!(?:old|for|into|over|of|about|on|at)\\b)[\\p{L}’'-]+){0,3}?";

const FORMS: readonly RegExp[] = [YEARS, DAYS].flatMap((span) =>
  [
    `${LENGTH}${WORDS}(?: ,)? ${span}`,
    `${span}(?: ,| \\(| –)? (?:for |lasting |or )?${LENGTH}(?= [,.;)–]|$)`,
  ].map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}(?! [-–])`, 'du')),
);

/** A duration of some of the time, or of several. */
const OF_PART =
  /(?:days?|<\d+>) week\b|\b(?:on <\d+> |on \p{L}+ (?:days|nights)|(?:a|per) (?:week|month|year)|first|last|next|past|each|every|another|final|only|of the|old)\b/u;

/** Durations that differ from the dates beside them: “the six-year term ran from 2010 to 2014”. */
export function wrongDurations(line: Line): readonly Miscount[] {
  if (!/\bfrom\b/u.test(line.text) || OF_PART.test(line.text)) return [];
  return FORMS.flatMap((form) => wrongDuration(line, form.exec(line.text)) ?? []);
}

function wrongDuration(line: Line, match: RegExpExecArray | null): Miscount | undefined {
  if (match === null) return undefined;
  const groups = match.groups ?? {};
  const quantity = figureIn(line, match, 'count');
  const count = quantity?.value ?? SMALL_NUMBERS.get(groups.word ?? '');
  const unit = groups.unit ?? quantity?.unit ?? '';
  const at = tokensIn(line, match, 'length');
  if (count === undefined || at === undefined) return undefined;
  if (quantity !== undefined && (quantity.bound !== 'exact' || quantity.order)) return undefined;
  const { y1, y2 } = groups;
  if (y1 !== undefined && y2 !== undefined) {
    const years = Number(y2) - Number(y1);
    if (!/^years?$/u.test(unit) || years < 1 || Math.abs(count - years) <= 1) return undefined;
    return { at, reason: `does not fit: from ${y1} to ${y2} is ${countWithNoun(years, 'year')}` };
  }
  const days = daysIn(line, match);
  if (days === undefined) return undefined;
  const [length, room] = /^weeks?$/u.test(unit) ? [7 * count, 6] : [count, 1];
  if (!/^(?:day|night|week)s?$/u.test(unit) || Math.abs(length - days) <= room) return undefined;
  return { at, reason: `does not fit: ${spanText(line, match)} is ${countWithNoun(days, 'day')}` };
}

/**
 * The days from the first to the second date, the first not counted; `undefined` if they do not
 * exist in one year.
 */
function daysIn(line: Line, match: RegExpExecArray): number | undefined {
  const groups = match.groups ?? {};
  const [d1, d2] = [dayIn(line, match, 'd1', 'n1'), dayIn(line, match, 'd2', 'n2')];
  const second = monthNumber(groups.m2 ?? '');
  const first = groups.m1 === undefined ? second : monthNumber(groups.m1);
  if (d1 === undefined || d2 === undefined || first === 0 || second === 0) return undefined;
  // A common year; the room covers the day of a leap year.
  const days = (Date.UTC(2023, second - 1, d2) - Date.UTC(2023, first - 1, d1)) / MS_PER_DAY;
  return days > 0 ? days : undefined;
}

function dayIn(
  line: Line,
  match: RegExpExecArray,
  quantity: string,
  digits: string,
): number | undefined {
  const written = match.groups?.[digits];
  const day = written === undefined ? figureIn(line, match, quantity)?.value : Number(written);
  return day !== undefined && Number.isInteger(day) && day >= 1 && day <= 31 ? day : undefined;
}

function spanText(line: Line, match: RegExpExecArray): string {
  const { m1, m2 = '' } = match.groups ?? {};
  const [d1, d2] = [dayIn(line, match, 'd1', 'n1'), dayIn(line, match, 'd2', 'n2')];
  const month = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
  return `from ${d1 ?? ''}${m1 === undefined ? '' : ` ${month(m1)}`} to ${d2 ?? ''} ${month(m2)}`;
}
