import type { Part } from './prose.js';

/** A labelled pair of words, and the part of the data that its story belongs to. */
export interface Example {
  readonly signs: Readonly<Record<string, number>>;
  readonly misspelled: boolean;
  readonly part: Part;
}

/**
 * The minimum share of reported pairs that are misspelled, in stories with equal numbers of look-alikes and
 * misspellings.
 */
const PRECISION = 0.95;
const LEAST = 0.5;
const STEP = 0.05;

/**
 * Chooses the threshold of a score, the lowest with the required precision on the examples for choosing, and returns
 * its results on examples that the score was not fitted to.
 */
export function measure(
  examples: readonly Example[],
  probability: (example: Example) => number,
): { readonly threshold: number; readonly figures: readonly string[] } {
  const scored = examples.map((example) => ({ ...example, probability: probability(example) }));
  const of = (part: Part): readonly Scored[] => scored.filter((each) => each.part === part);
  const steps = Array.from({ length: 10 }, (_, at) => Math.round((LEAST + at * STEP) * 100) / 100);
  const threshold = steps.find((step) => precisionAt(of('choose'), step) >= PRECISION) ?? LEAST;
  const figures = (['train', 'choose', 'report'] as const).flatMap((part) =>
    [...new Set([threshold, 0.5, 0.7, 0.9])].map((step) => outcomeAt(part, of(part), step)),
  );
  return {
    threshold,
    figures: [`threshold ${threshold}`, ...figures, ...calibrationOf(of('report'))],
  };
}

interface Scored extends Example {
  readonly probability: number;
}

function precisionAt(examples: readonly Scored[], threshold: number): number {
  const reported = examples.filter(({ probability }) => probability >= threshold);
  return reported.filter(({ misspelled }) => misspelled).length / Math.max(1, reported.length);
}

function outcomeAt(part: Part, examples: readonly Scored[], threshold: number): string {
  const [wrong, right] = [true, false].map((is) =>
    examples.filter(({ misspelled }) => misspelled === is),
  );
  const count = (some: readonly Scored[] = []): string =>
    `${some.filter(({ probability }) => probability >= threshold).length} of ${some.length}`;
  return `${part} at ${threshold}: ${count(wrong)} found, ${count(right)} wrongly reported`;
}

/** For each fifth of the probabilities, the number of misspelled examples. */
function calibrationOf(examples: readonly Scored[]): readonly string[] {
  return [0, 0.2, 0.4, 0.6, 0.8].map((from) => {
    const inside = examples.filter(
      ({ probability }) => probability >= from && (probability < from + 0.2 || from === 0.8),
    );
    const misspelled = inside.filter((each) => each.misspelled).length;
    return `probability from ${from}: ${misspelled} of ${inside.length} misspelled`;
  });
}
