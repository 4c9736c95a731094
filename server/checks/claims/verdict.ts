import type { JudgeDecisions, JudgeReading } from '../../inference/readings.js';
import type { Verdict } from '../finding.js';

/** What decides the verdict on a claim by rules alone. */
export interface Grounds {
  /** A value differs from the sources. */
  readonly differs: boolean;
  /** A source says it in its own words, or a table has its figure in the row and column that it is about. */
  readonly isInSources: boolean;
  /** It has names or figures that occur nowhere in the sources. */
  readonly hasAbsentParts: boolean;
}

/** The verdict on a claim by rules alone. */
export function verdictByRules({ differs, isInSources, hasAbsentParts }: Grounds): Verdict {
  if (differs) return 'contradicted';
  if (isInSources) return 'supported';
  return hasAbsentParts ? 'unsupported' : 'unclear';
}

/** What is known about a claim apart from what the judge says. */
export interface Testimony {
  /** A value of it is in none of its passages, or the closest tells of a part of what it tells of as a whole. */
  readonly lacksValue: boolean;
  /** By rules alone it would be contradicted. */
  readonly differsByRules: boolean;
  /** How likely it is that a value from the passages should replace one of the claim, 0 to 1; 0 if none differs. */
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
  { lacksValue, differsByRules, difference, lacksPart, closeness }: Testimony,
  least: JudgeDecisions,
): Verdict {
  const differs = difference >= least.value && difference > 0;
  if (differsByRules && contradicted >= supported) return 'contradicted';
  if (
    differs
      ? contradicted >= least.differing
      : contradicted >= least.contradicted && closeness >= SAME_MATTER
  )
    return 'contradicted';
  if (supported >= least.supported && !lacksValue && !differs && !differsByRules)
    return 'supported';
  return neither >= least.neither && lacksPart ? 'unsupported' : 'unclear';
}
