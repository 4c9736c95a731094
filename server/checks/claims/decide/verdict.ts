import weights from '../../../../models/claim-decision/weights.json';
import type { Verdict } from '../../finding.js';
import { probabilityOf } from '../logistic.js';
import type { ClaimSignals } from './signals.js';

/**
 * The most weight of names and times that no source has, a light one, and the least share of the claim that the sources
 * have together: of “The ferry arrived” they may have only the arrival.
 */
const MOST_MISSING = 0.5;
const LEAST_TOGETHER = 0.5;

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
  /** A table has its figure in the row and column that it is about. */
  readonly isInTable: boolean;
  /** A source says it in its own words. */
  readonly isNearCopy: boolean;
}

/**
 * How well the sources support a claim: the probability that they say so (docs/claims.md), lower if they lack or
 * contradict a part of it.
 */
export function scoreOf(signals: ClaimSignals, grounds: Grounds): number {
  const probability = probabilityOf(weights.support, signals);
  const lacks =
    !grounds.isInTable &&
    (grounds.lacksFigure ||
      grounds.deniesAlone ||
      signals.missingNames + signals.missingTimes > MOST_MISSING ||
      signals.together < LEAST_TOGETHER);
  const score = lacks ? Math.min(probability, MOST_LACKING) : probability;
  return grounds.differs ? score * CONTRADICTED : score;
}

/** The highest score of a claim of which the sources lack a part, and the factor for one that a source contradicts. */
const MOST_LACKING = 0.45;
const CONTRADICTED = 0.2;

/** The least score of a claim that the sources probably have. */
const LIKELY = 0.56;

/** True for the score of a claim that the sources probably have, in whatever words. */
export function isLikely(score: number): boolean {
  return score >= LIKELY;
}

/**
 * The verdict on a claim with this score: contradicted if a slot differs, supported if a source says it in its own words or in a table,
 * unsupported if it has names or figures that occur nowhere in the sources.
 */
export function verdictOf(
  score: number,
  { differs, hasAbsentParts, isInTable, isNearCopy }: Grounds,
): Verdict {
  if (differs) return 'contradicted';
  if (isInTable || (isLikely(score) && isNearCopy)) return 'supported';
  return hasAbsentParts ? 'unsupported' : 'unclear';
}
