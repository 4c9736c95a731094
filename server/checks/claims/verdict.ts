import weights from '../../../models/claim-score/weights.json';
import type { Signs } from './support.js';

/** The least score of a supported claim. */
const SUPPORTED = 0.5;

/** The weight of each sign in the score, and the score without any. */
export interface ScoreWeights {
  readonly bias: number;
  readonly signs: Readonly<Record<keyof Signs, number>>;
}

/** Fitted by `npm run fit` (docs/claims.md). */
const WEIGHTS: ScoreWeights = weights;
const SIGNS = Object.keys(weights.signs) as readonly (keyof Signs)[];

/**
 * The steepness of the score curve: set so that of the claims scored above 0.9 in our drafts at
 * least 95 % are supported.
 */
const STEEPNESS = 0.5;

/** The highest score of a claim with an ungrounded figure or time. */
const MOST_UNGROUNDED = 0.45;

/**
 * The same limit applies to a claim of which the sources have less: of “The ferry arrived” only the
 * arrival.
 */
const LEAST_TOGETHER = 0.5;

/** The factor for a claim that a source contradicts. */
const CONTRADICTED = 0.2;

/**
 * How well the sources support a claim, 0 to 1, from its signs; `ungrounded` if no source has one
 * of its figures or times.
 */
export function scoreOf(signs: Signs, ungrounded: boolean, contradicted: boolean): number {
  const sum = SIGNS.reduce((all, sign) => all + WEIGHTS.signs[sign] * signs[sign], WEIGHTS.bias);
  const full = 1 / (1 + Math.exp(-STEEPNESS * sum));
  const lacks = ungrounded || signs.together < LEAST_TOGETHER;
  const score = lacks ? Math.min(full, MOST_UNGROUNDED) : full;
  return contradicted ? score * CONTRADICTED : score;
}

/** True for a score that supports a claim, if nothing else is against it. */
export function isHigh(score: number): boolean {
  return score >= SUPPORTED;
}
