import type { JudgeDecisions, JudgeReading } from '../../inference/readings.js';
import type { Verdict } from '../finding.js';

/** What decides the verdict on a claim by rules alone. */
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

/** The least score of a claim that the sources probably have. */
const LIKELY = 0.56;

/** True for the score of a claim that the sources probably have, in whatever words. */
export function isLikely(score: number): boolean {
  return score >= LIKELY;
}

/**
 * The verdict on a claim with this score by rules alone: contradicted if a slot differs, supported if a source says it in
 * its own words or in a table, unsupported if it has names or figures that occur nowhere in the sources.
 */
export function verdictByRules(
  score: number,
  { differs, hasAbsentParts, isInTable, isNearCopy }: Grounds,
): Verdict {
  if (differs) return 'contradicted';
  if (isInTable || (isLikely(score) && isNearCopy)) return 'supported';
  return hasAbsentParts ? 'unsupported' : 'unclear';
}

/** What is known of a claim beside what the judge says. */
export interface Testimony {
  /** How much of it the comparison of words finds in the sources, 0 to 1. */
  readonly score: number;
  /** A value of it is in none of its passages. */
  readonly lacksValue: boolean;
  /** How likely a value of the passages is the right one in the place of one of its own, 0 to 1; 0 if none differs. */
  readonly difference: number;
  /** It has a value or an act that is in none of its passages. */
  readonly lacksPart: boolean;
  /** How much of it, without the words at issue, the closest reliable sentence has, 0 to 1. */
  readonly closeness: number;
}

/** The least closeness of a sentence by which a judge alone may contradict a claim: the sentence is about the same thing. */
export const SAME_MATTER = 0.3;

/** The verdict on a claim that the judge has read. Neither witness accuses or ticks alone, but a judge that is very sure. */
export function verdictByJudge(
  { supported, contradicted, neither }: Omit<JudgeReading, 'words'>,
  { score, lacksValue, difference, lacksPart, closeness }: Testimony,
  least: JudgeDecisions,
): Verdict {
  const differs = difference >= least.value && difference > 0;
  if (
    differs
      ? contradicted >= least.differing
      : contradicted >= least.contradicted && closeness >= SAME_MATTER
  )
    return 'contradicted';
  const support = (1 - least.score) * supported + least.score * score;
  if (support >= least.supported && !lacksValue && !differs) return 'supported';
  return neither >= least.neither && lacksPart ? 'unsupported' : 'unclear';
}
