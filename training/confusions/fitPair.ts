import type { Random } from '../grammar/random.js';

/** An occurrence of one of the two words of a pair. */
export interface Occurrence {
  readonly signs: readonly string[];
  /** True for the second word of the pair. */
  readonly isOther: boolean;
  readonly weight: number;
}

/** Weights in hundredths; positive ones favour the second word. */
export interface FittedPair {
  readonly bias: number;
  readonly signs: readonly (readonly [sign: string, weight: number])[];
}

/** The minimum number of occurrences of a sign that is learned. */
const LEAST_SEEN = 3;
const ROUNDS = 8;
const RATE = 0.15;
/** The penalties on the absolute value and on the square of a weight; the first keeps most weights at 0. */
const LASSO = 4;
const RIDGE = 1;
const SCALE = 100;
/** The minimum absolute value of a weight that is kept, in hundredths. */
const LEAST_WEIGHT = 10;

/**
 * Fits a logistic regression on sparse signs (FTRL-Proximal, McMahan et al. 2013). The same occurrences and random numbers
 * give the same weights.
 */
export function fitPair(occurrences: readonly Occurrence[], random: Random): FittedPair {
  const seen = new Map<string, number>();
  for (const { signs } of occurrences)
    for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const names = [...seen].filter(([, count]) => count >= LEAST_SEEN).map(([sign]) => sign);
  const indexOf = new Map(names.map((sign, index) => [sign, index + 1]));
  const rows = occurrences.map(({ signs, isOther, weight }) => ({
    // The bias is a sign that every occurrence has.
    active: [0, ...signs.flatMap((sign) => indexOf.get(sign) ?? [])],
    isOther,
    weight,
  }));
  const sums = new Float64Array(names.length + 1);
  const squares = new Float64Array(names.length + 1);
  const weightAt = (index: number): number => {
    const sum = sums[index] ?? 0;
    const lasso = index === 0 ? 0 : LASSO;
    if (Math.abs(sum) <= lasso) return 0;
    const step = (1 + Math.sqrt(squares[index] ?? 0)) / RATE + RIDGE;
    return -(sum - Math.sign(sum) * lasso) / step;
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const { active, isOther, weight } of random.shuffled(rows)) {
      const weights = active.map(weightAt);
      const odds = weights.reduce((sum, one) => sum + one, 0);
      const slope = (1 / (1 + Math.exp(-odds)) - Number(isOther)) * weight;
      for (const [at, index] of active.entries()) {
        const before = squares[index] ?? 0;
        const change = (Math.sqrt(before + slope * slope) - Math.sqrt(before)) / RATE;
        sums[index] = (sums[index] ?? 0) + slope - change * (weights[at] ?? 0);
        squares[index] = before + slope * slope;
      }
    }
  }
  const rounded = (index: number): number => Math.round(weightAt(index) * SCALE);
  return {
    bias: rounded(0),
    signs: names
      .map((sign, index) => [sign, rounded(index + 1)] as const)
      .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT),
  };
}
