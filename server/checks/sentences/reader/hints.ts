import { memoize } from '../../../prose/memoize.js';
import type { Span } from '../../../prose/span.js';
import { findBrokenOffEnds } from '../brokenOffEnd.js';
import { findRepeatedItems } from '../duplicateItem.js';
import { findMissingSubject } from '../missingSubject.js';
import { findMissingAuxiliaries, findMissingVerbs } from '../missingVerb.js';
import { findRunOns } from '../runOn.js';
import type { Passage } from '../structure/passage.js';
import { findUnusualNeighbours } from '../unusualNeighbours.js';
import type { Suspect } from './suspect.js';

/** A rule that sees far more than is wrong. It is believed where the reader suspects the same. */
interface HintingRule {
  /** True if the rule would explain the reader's suspicion. */
  readonly explains: (suspect: Suspect) => boolean;
  /** The places, in UTF-16 units of the block's prose. Each sentence is searched at most once. */
  readonly placesIn: (passage: Passage) => readonly Span[];
  /** The maximum distance of a place from the suspected word, in UTF-16 units. */
  readonly within: number;
}

/** Some five words. */
const NEAR = 30;

const isOf =
  (...kinds: readonly string[]) =>
  ({ kind }: Suspect): boolean =>
    kinds.includes(kind);

const HINTING_RULES: readonly HintingRule[] = [
  {
    explains: isOf('missing-verb', 'verb-form'),
    placesIn: memoize(findMissingVerbs),
    within: NEAR,
  },
  { explains: hasLostAuxiliary, placesIn: memoize(findMissingAuxiliaries), within: NEAR },
  { explains: isOf('missing-subject'), placesIn: memoize(findMissingSubject), within: NEAR },
  { explains: isOf('run-on'), placesIn: memoize(findRunOns), within: NEAR },
  {
    explains: isOf('swapped', 'missing-word', 'run-on'),
    placesIn: memoize(findUnusualNeighbours),
    within: 0,
  },
  { explains: isOf('cut-off'), placesIn: memoize(findBrokenOffEnds), within: 0 },
  { explains: isOf('duplicate-item'), placesIn: memoize(findRepeatedItems), within: 0 },
];

/** True if a missing verb would first of all be an auxiliary. */
function hasLostAuxiliary({ kind, word }: Suspect): boolean {
  return (
    kind === 'missing-verb' &&
    /^append:(?:is|are|was|were|be|been|has|have|had)$/u.test(word.edits[0]?.name ?? '')
  );
}

/**
 * True if a rule hints at the reader's suspicion at a place, in UTF-16 units of the block's prose.
 */
export function isHinted(passage: Passage, suspect: Suspect, place: Span): boolean {
  return HINTING_RULES.some(
    ({ explains, placesIn, within }) =>
      explains(suspect) && placesIn(passage).some((hint) => isNear(hint, place, within)),
  );
}

/** True if two spans are at most this many UTF-16 units apart, by default some five words. */
export function isNear(one: Span, other: Span, within = NEAR): boolean {
  return one.start - other.end <= within && other.start - one.end <= within;
}
