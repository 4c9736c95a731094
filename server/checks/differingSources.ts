import {
  CONFIDENTIAL_SOURCE,
  isConfidential,
  shareablePassage,
} from '../reference/confidential.js';
import { daysBetween, inWords } from '../reference/extraction/sourceDate.js';
import type { Base } from '../reference/model.js';
import { weekdayText } from './calendar/moments.js';
import type { Evidence } from './finding.js';

/** The value in one of several sources that differ. */
export interface SourceSide {
  /** “14”, “acquitted”, “Ada Roe”, as in the source. */
  readonly words: string;
  readonly evidence: Evidence;
}

/** The day on which a source was written, as “2024-07-22”, if it is known. */
type DayOf = (source: string) => string | undefined;

/**
 * The values of differing sources, the older first; those without a date come first, by their
 * names.
 */
export function olderFirst(sides: readonly SourceSide[], dayOf: DayOf): readonly SourceSide[] {
  const day = ({ evidence }: SourceSide): string => dayOf(evidence.source) ?? '';
  return sides.toSorted(
    (one, other) =>
      day(one).localeCompare(day(other)) ||
      one.evidence.source.localeCompare(other.evidence.source) ||
      one.evidence.line - other.evidence.line,
  );
}

/**
 * “14 (Sunday, sunday.md:3), 17 (Monday, monday.txt:1)”: the value of each source, in the given
 * order.
 */
export function sidesInWords(sides: readonly SourceSide[], dayOf: DayOf): string {
  const dayText = dayTexts(sides.map(({ evidence }) => dayOf(evidence.source)));
  return sides
    .map(({ words, evidence: { source, line } }) => {
      if (source === CONFIDENTIAL_SOURCE) return CONFIDENTIAL_SOURCE;
      const place = [dayText(dayOf(source)), `${source}:${line}`];
      return `${words} (${place.filter((part) => part !== '').join(', ')})`;
    })
    .join(', ');
}

/** Days farther apart may have the same weekday. */
const DAYS_OF_WEEK = 7;

/**
 * How to distinguish days: by the weekday within a week, otherwise by the date; if all sources have
 * one day, it distinguishes nothing.
 */
function dayTexts(days: readonly (string | undefined)[]): (day: string | undefined) => string {
  const known = days.filter((day) => day !== undefined).toSorted();
  const [first = '', last = ''] = [known.at(0), known.at(-1)];
  if (first === last && known.length === days.length) return () => '';
  const text = first !== last && daysBetween(first, last) < DAYS_OF_WEEK ? weekdayText : inWords;
  return (day) => (day === undefined ? '' : text(day));
}

/** Sides as others may see them: without the names and words of confidential sources. */
export function shareableSides(
  sides: readonly SourceSide[],
  base: Pick<Base, 'confidential'>,
): readonly SourceSide[] {
  return sides.map((side) =>
    isConfidential(base, side.evidence.source)
      ? { words: '', evidence: shareablePassage(side.evidence, base) }
      : side,
  );
}
