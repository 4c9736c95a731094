import { MONTHS } from '../../lexicon/calendar.js';
import type { Prose } from '../../prose/prose.js';

/** How many blocks at the top of a source may date it, and the most words of such a line. */
const TOP_BLOCKS = 6;
const LONGEST_LINE = 24;

const MONTH = '(\\p{Lu}\\p{Ll}{2,8})\\.?';
const FORMS: readonly (readonly [RegExp, year: number, month: number, day: number])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/u, 1, 2, 3],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`, 'u'), 3, 2, 1],
  [new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'u'), 3, 1, 2],
];

/**
 * The day on which a source was written, as “2024-07-22”, by the first full date in the lines above its text;
 * `undefined` if there is none.
 */
export function dateOfSource({ blocks }: Prose): string | undefined {
  const lines = blocks
    .slice(0, TOP_BLOCKS)
    .map(({ text }) => text)
    .filter((text) => text.split(/\s+/u).length <= LONGEST_LINE);
  for (const line of lines) {
    for (const [form, year, month, day] of FORMS) {
      const match = form.exec(line);
      const number = monthNumber(match?.[month] ?? '');
      if (match !== null && number > 0)
        return `${match[year] ?? ''}-${two(number)}-${two(Number(match[day]))}`;
    }
  }
  return undefined;
}

/** The number of a month from 1, by its digits, its name or the first letters of it; 0 for anything else. */
function monthNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  return text === '' ? 0 : MONTHS.findIndex((name) => name.startsWith(text.toLowerCase())) + 1;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
