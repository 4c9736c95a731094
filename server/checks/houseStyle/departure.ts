import type { BlockContent } from '../../prose/prose.js';
import { type Span, overlaps } from '../../prose/span.js';
import type { StyleRule } from './styleRule.js';

/** Words of a block that a rule of the house style does not allow. */
export interface Departure {
  readonly rule: StyleRule;
  /** UTF-16 offsets into the block's prose. */
  readonly span: Span;
  /** The replacements in order; empty if there are none. */
  readonly right: readonly string[];
}

/**
 * The departures of a block outside quotations, whose words are their speaker's; of overlapping
 * ones, the longest.
 */
export function reportable(
  { quotations }: BlockContent,
  found: readonly Departure[],
): readonly Departure[] {
  const kept: Departure[] = [];
  const byLength = [...found].sort((a, b) => lengthOf(b.span) - lengthOf(a.span));
  for (const departure of byLength) {
    const { span } = departure;
    const isTaken = kept.some((other) => overlaps(other.span, span));
    if (!isTaken && !quotations.some(({ outer }) => overlaps(outer, span))) kept.push(departure);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
