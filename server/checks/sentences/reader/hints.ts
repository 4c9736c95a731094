import type { Span } from '../../../prose/span.js';
import { memoize } from '../../../prose/memoize.js';
import type { GrammarErrorKind } from '../grammarError.js';
import { findMissingSubject } from '../missingSubject.js';
import { findMissingVerbs } from '../missingVerb.js';
import { findRunOns } from '../runOn.js';
import { findUnusualNeighbours } from '../unusualNeighbours.js';
import type { Passage } from '../structure/passage.js';

/** A rule that sees far more than is wrong. It is believed where the reader suspects one of its kinds. */
interface HintingRule {
  readonly kinds: ReadonlySet<GrammarErrorKind>;
  /** The places, in UTF-16 units of the block's prose. Each sentence is searched at most once. */
  readonly placesIn: (passage: Passage) => readonly Span[];
  /** How far from the suspected word a place may lie, in UTF-16 units. */
  readonly within: number;
}

/** Some five words. */
const NEAR = 30;

const HINTING_RULES: readonly HintingRule[] = [
  { kinds: new Set(['missing-verb']), placesIn: memoize(findMissingVerbs), within: NEAR },
  { kinds: new Set(['missing-subject']), placesIn: memoize(findMissingSubject), within: NEAR },
  { kinds: new Set(['run-on']), placesIn: memoize(findRunOns), within: NEAR },
  {
    kinds: new Set(['swapped-words', 'missing-preposition', 'missing-article', 'missing-to']),
    placesIn: memoize(findUnusualNeighbours),
    within: 0,
  },
];

/**
 * True if a rule supports what the reader suspects at a place: one that hints at the same kind there, or one that
 * reports an error there, of whatever kind.
 *
 * @param place UTF-16 units of the block's prose.
 */
export function isSupported(
  passage: Passage,
  kind: GrammarErrorKind,
  place: Span,
  reported: readonly Span[],
): boolean {
  return (
    isNear(reported, place, NEAR) ||
    HINTING_RULES.some(
      ({ kinds, placesIn, within }) => kinds.has(kind) && isNear(placesIn(passage), place, within),
    )
  );
}

function isNear(spans: readonly Span[], place: Span, within: number): boolean {
  return spans.some(({ start, end }) => start - place.end <= within && place.start - end <= within);
}
