import type { Verdict } from '../finding.js';
import type { Signs } from './support.js';

/** From this score up a claim is told supported. */
export const SUPPORTED = 0.5;

/**
 * What each sign of support weighs. The signs of each direction can only weigh in that direction;
 * see docs/claims.md for how the weights were found.
 */
const BIAS = 0.1;
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  alone: 0.4,
  together: 2.2,
  joined: 0.5,
  related: 0.4,
  strangers: -1.2,
  newNouns: -0.5,
  newVerbs: -0.15,
  newModifiers: -0.1,
  copied: 0,
  exchangedWords: -0.4,
  exchangedNames: -1,
  exchangedHere: 0,
  rephrased: 0,
  opposites: -0.6,
  denial: -3,
  affirmation: -0.5,
};

/** How well the sources bear a claim out, 0 to 1, from its signs. Cannot throw. */
export function scoreOf(signs: Signs): number {
  let sum = BIAS;
  for (const [sign, weight] of Object.entries(WEIGHTS)) sum += weight * signs[sign as keyof Signs];
  return 1 / (1 + Math.exp(-sum));
}

/** The verdict on a claim. Cannot throw. */
export function verdictOf(score: number, contradicted: boolean): Verdict {
  if (contradicted) return 'contradicted';
  return score >= SUPPORTED ? 'supported' : 'unsupported';
}
