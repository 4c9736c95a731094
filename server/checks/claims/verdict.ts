import type { Verdict } from '../finding.js';
import type { Signs } from './support.js';
import weights from '../../../models/claim-score/weights.json';

/** From this score up a claim is told supported. */
const SUPPORTED = 0.5;

/** What each sign weighs in the score, and what the score is without any. */
export interface ScoreWeights {
  readonly bias: number;
  readonly signs: Readonly<Record<keyof Signs, number>>;
}

/** Fitted by `npm run fit` (docs/claims.md). */
const WEIGHTS: ScoreWeights = weights;
const SIGNS = Object.keys(weights.signs) as readonly (keyof Signs)[];

/** How steeply the score rises: set so that of our drafts' claims above 0.9 at least 95 % are borne out. */
const STEEPNESS = 0.5;

/** The most that a claim is scored with a figure or time that no source sentence has, whatever its words. */
const MOST_UNHELD = 0.45;

/** The same holds for a claim of whose words the sources have less: of “The ferry arrived” the arrival alone. */
const LEAST_TOGETHER = 0.5;

/** What is left of the score of a claim that a source contradicts. */
const CONTRADICTED = 0.2;

/**
 * How well the sources bear a claim out, 0 to 1, from its signs; `unheld` where no source sentence has a
 * figure or time of it.
 */
export function scoreOf(signs: Signs, unheld: boolean, contradicted: boolean): number {
  const sum = SIGNS.reduce((all, sign) => all + WEIGHTS.signs[sign] * signs[sign], WEIGHTS.bias);
  const full = 1 / (1 + Math.exp(-STEEPNESS * sum));
  const lacks = unheld || signs.together < LEAST_TOGETHER;
  const score = lacks ? Math.min(full, MOST_UNHELD) : full;
  return contradicted ? score * CONTRADICTED : score;
}

/** The verdict on a claim. */
export function verdictOf(score: number, contradicted: boolean): Verdict {
  if (contradicted) return 'contradicted';
  return score >= SUPPORTED ? 'supported' : 'unsupported';
}
