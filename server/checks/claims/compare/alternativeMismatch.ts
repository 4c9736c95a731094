import weights from '../../../../models/claim-decision/weights.json';
import { isUnreliable } from '../../unreliable.js';
import { probabilityOf } from '../logistic.js';
import { relationClausesOf, slotWordsOf } from '../statement/statementQueries.js';
import { type Slot, isFigure, isTerm } from './alternatives.js';
import type { Alternative } from './alternativeSignals.js';
import { type ClaimContext, type SlotMismatch, withDraftCapital } from '../align/claimContext.js';
import { hasNamesOfSubject, isSameSubject } from '../align/sameSubject.js';

/** A sentence that has the claim's own value and this share of the rest grounds it. */
const GROUNDED = 0.5;

/** The least probability of an alternative that is reported, and of one about which the claim reader is asked. */
const REPORTED = 0.4;
const POSSIBLE = 0.1;

/** An alternative with the probability that it is what the claim should say. */
export interface LikelyAlternative extends Alternative {
  readonly likelihood: number;
}

/** The alternatives to values that no other sentence grounds, as likely as the alignment has them. */
export function likelyAlternatives(
  alternatives: readonly Alternative[],
): readonly LikelyAlternative[] {
  return alternatives
    .filter(({ signals }) => signals.elsewhere < GROUNDED)
    .map((one) => ({ ...one, likelihood: probabilityOf(weights.alternative, one.signals) }));
}

/** True for an alternative that the alignment holds to be possible, and not likely enough to report. */
export function isDoubtful({ likelihood }: LikelyAlternative): boolean {
  return likelihood >= POSSIBLE && likelihood < REPORTED;
}

/** The most likely of a claim's alternatives; `undefined` if it has none. */
export function likeliestOf(
  alternatives: readonly LikelyAlternative[],
): LikelyAlternative | undefined {
  return alternatives.reduce<LikelyAlternative | undefined>(
    (best, one) => (one.likelihood > (best?.likelihood ?? 0) ? one : best),
    undefined,
  );
}

/**
 * The name, figure or time of a claim in whose place the sources have another, whichever way they say it: “the
 * raid was over in nine minutes” for “gone within six”.
 */
export function alternativeMismatches(
  { claim }: ClaimContext,
  likeliest: LikelyAlternative | undefined,
): readonly SlotMismatch[] {
  if (likeliest === undefined || likeliest.likelihood < REPORTED) return [];
  const { slot, value, evidence } = likeliest;
  if (isUnreliable(evidence.fact)) return [];
  const source = evidence.statement;
  const expected = slotWordsOf(source, value.first, value.last);
  const mismatch = {
    slot: nameOf(slot),
    first: slot.first,
    last: slot.last,
    expected,
    replacement: isTerm(value)
      ? expected
      : withDraftCapital(claim.statement, slot.first, source, value),
    evidence,
  };
  // A row or a heading has no subject by which the model could tell what it is about.
  const isOfSubject =
    relationClausesOf(claim).length === 0
      ? isSameSubject(mismatch, claim)
      : hasNamesOfSubject(mismatch, value, claim);
  return isOfSubject ? [mismatch] : [];
}

function nameOf(slot: Slot): string {
  if (isTerm(slot)) return 'name';
  return isFigure(slot) ? 'figure' : 'date';
}
