import type { Verdict } from '../finding.js';
import type { Signs } from './support.js';

/** From this score up a claim is told supported. */
const SUPPORTED = 0.5;

/**
 * What each sign weighs: a linear score, each weight allowed one direction only, fitted on published
 * sets of true and false statements about news articles and on drafts of our own (docs/claims.md).
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  together: 4.9,
  joined: 2.8,
  related: 1.3,
  loose: -0.5,
  strangeNames: -3,
  strangeFigures: -9,
  strangeNouns: -0.9,
  exchanged: -6,
  opposites: -3.6,
  denial: -6.8,
};
const BIAS = -1;

/** How steeply the score rises: set so that of our drafts' claims above 0.9 about 95 % are borne out. */
const STEEPNESS = 0.5;

/** What is left of the score of a claim that a source contradicts. */
const CONTRADICTED = 0.2;

/** How well the sources bear a claim out, 0 to 1, from its signs. Cannot throw. */
export function scoreOf(signs: Signs, contradicted: boolean): number {
  const sum =
    BIAS +
    WEIGHTS.together * signs.together +
    WEIGHTS.joined * signs.joined +
    WEIGHTS.related * signs.related +
    WEIGHTS.loose * signs.loose +
    WEIGHTS.strangeNames * signs.strangeNames +
    WEIGHTS.strangeFigures * signs.strangeFigures +
    WEIGHTS.strangeNouns * signs.strangeNouns +
    WEIGHTS.exchanged * signs.exchanged +
    WEIGHTS.opposites * signs.opposites +
    WEIGHTS.denial * signs.denial;
  const score = 1 / (1 + Math.exp(-STEEPNESS * sum));
  return contradicted ? score * CONTRADICTED : score;
}

/** The verdict on a claim. Cannot throw. */
export function verdictOf(score: number, contradicted: boolean): Verdict {
  if (contradicted) return 'contradicted';
  return score >= SUPPORTED ? 'supported' : 'unsupported';
}
