import weights from '../../../models/claim-decision/weights.json';
import type { Verdict } from '../finding.js';
import { probabilityOf } from './logistic.js';
import type { ClaimSignals, WeighedClaim } from './signals.js';

/** The least probability of a supported claim. */
const SUPPORTED = 0.5;

/** Of a claim that no passage comes near the sources have less than this share together, 0 to 1. */
const NEAR = 0.4;
/** The least weight of such a claim's words that no source has: two words or more. */
const UNKNOWN = 2;

/** How well the sources support a claim: the probability that they say so (docs/claims.md). */
export function supportOf(signals: ClaimSignals): number {
  return probabilityOf(weights.support, signals);
}

/**
 * The verdict on a claim: contradicted if a slot differs, supported if that is likely, unsupported if no passage
 * comes near it and it has a name or figure that occurs nowhere in the sources, or several such words.
 */
export function verdictOf(
  { signals, together }: WeighedClaim,
  { differs, hasAbsentParts }: { readonly differs: boolean; readonly hasAbsentParts: boolean },
): Verdict {
  if (differs) return 'contradicted';
  if (supportOf(signals) >= SUPPORTED) return 'supported';
  const isFar = together < NEAR && signals.unknownWords >= UNKNOWN;
  return isFar || hasAbsentParts ? 'unsupported' : 'unclear';
}

/** True for a score that supports a claim, if nothing else is against it. */
export function isHigh(score: number): boolean {
  return score >= SUPPORTED;
}
