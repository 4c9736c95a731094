import weights from '../../../../models/claim-decision/weights.json';
import { probabilityOf } from '../logistic.js';
import type { Grounds } from '../verdict.js';
import type { ClaimSignals } from './signals.js';

/**
 * The most weight of names and times that no source has, a light one, and the least share of the claim that the sources
 * have together: of “The ferry arrived” they may have only the arrival.
 */
const MOST_MISSING = 0.5;
const LEAST_TOGETHER = 0.5;

/** The highest score of a claim of which the sources lack a part, and the factor for one that a source contradicts. */
const MOST_LACKING = 0.45;
const CONTRADICTED = 0.2;

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
