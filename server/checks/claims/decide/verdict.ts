import weights from '../../../../models/claim-decision/weights.json';
import type { Verdict } from '../../finding.js';
import { probabilityOf } from '../logistic.js';
import type { ClaimSignals } from './signals.js';

/** The least probability of a supported claim. */
const SUPPORTED = 0.5;

/**
 * The most weight of names and times that no source has, a light one, and the least share of the claim that the sources
 * have together: of “The ferry arrived” they may have only the arrival.
 */
const MOST_MISSING = 0.5;
const LEAST_TOGETHER = 0.5;

/** How well the sources support a claim: the probability that they say so (docs/claims.md). */
export function supportOf(signals: ClaimSignals): number {
  return probabilityOf(weights.support, signals);
}

/** What decides the verdict on a claim beside its signals. */
export interface Grounds {
  /** A slot differs from the sources. */
  readonly differs: boolean;
  /** The sources lack one of its figures or times, whatever that counts. */
  readonly lacksFigure: boolean;
  /** It denies what no source denies. */
  readonly deniesAlone: boolean;
  /** It has names or figures that occur nowhere in the sources. */
  readonly hasAbsentParts: boolean;
}

/**
 * The verdict on a claim: contradicted if a slot differs, supported if that is likely, unsupported if it has
 * names or figures that occur nowhere in the sources.
 */
export function verdictOf(
  signals: ClaimSignals,
  { differs, lacksFigure, deniesAlone, hasAbsentParts }: Grounds,
): Verdict {
  if (differs) return 'contradicted';
  const lacks =
    lacksFigure ||
    deniesAlone ||
    signals.missingNames + signals.missingTimes > MOST_MISSING ||
    signals.together < LEAST_TOGETHER;
  if (supportOf(signals) >= SUPPORTED && !lacks) return 'supported';
  return hasAbsentParts ? 'unsupported' : 'unclear';
}

/** True for a score that supports a claim, if nothing else is against it. */
export function isHigh(score: number): boolean {
  return score >= SUPPORTED;
}
