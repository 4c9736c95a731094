import type { Signs } from '../../server/checks/claims/support.js';
import type { ScoreWeights } from '../../server/checks/claims/verdict.js';

/** A labelled statement, with the signs of its claims; it is supported if every claim is. */
export interface Sample {
  /** The data set it comes from; all sets have the same weight. */
  readonly set: string;
  readonly supported: boolean;
  readonly claims: readonly Signs[];
}

type Sign = keyof Signs;

/**
 * The direction in which each sign may count: whatever the samples say, no lack supports a claim.
 */
const DIRECTIONS: Readonly<Record<Sign, 1 | -1>> = {
  together: 1,
  joined: 1,
  loose: -1,
  strangeNames: -1,
  strangeFigures: -1,
  replacedNames: -1,
  replacedFigures: -1,
  exchanged: -1,
  opposites: -1,
  misplaced: -1,
  denial: -1,
};

const SIGNS = Object.keys(DIRECTIONS) as readonly Sign[];

/** Rounds of gradient ascent, and the step size of the first and the last. */
const ROUNDS = 3000;
const FIRST_STEP = 0.2;
const LAST_STEP = 0.005;

/** The softness of the threshold in the first and the last round, in units of the weighted sum. */
const FIRST_SOFTNESS = 4;
const LAST_SOFTNESS = 0.5;

/** The penalty on large weights. */
const PENALTY = 0.0001;

/** Decay rates of the running means of the gradient and its square (Adam, Kingma and Ba 2015). */
const MOMENTUM = 0.9;
const DAMPING = 0.99;

/**
 * The weights, each in its permitted direction, that maximise the balanced accuracy of all sets
 * together at the threshold 0, by gradient ascent on a smoothed threshold that hardens slowly. The
 * same samples give the same weights.
 */
export function fitWeights(samples: readonly Sample[]): ScoreWeights {
  const shares = sharesOf(samples);
  const values = [...SIGNS.map((sign) => DIRECTIONS[sign]), 0];
  const mean = values.map(() => 0);
  const square = values.map(() => 0);
  for (let round = 1; round <= ROUNDS; round++) {
    const done = round / ROUNDS;
    const softness = FIRST_SOFTNESS * (LAST_SOFTNESS / FIRST_SOFTNESS) ** done;
    const step = FIRST_STEP * (LAST_STEP / FIRST_STEP) ** done;
    const gradient = gradientOf(samples, shares, values, softness);
    for (const [index, slope] of gradient.entries()) {
      const m = (mean[index] = MOMENTUM * (mean[index] ?? 0) + (1 - MOMENTUM) * slope);
      const s = (square[index] = DAMPING * (square[index] ?? 0) + (1 - DAMPING) * slope ** 2);
      const height = m / (1 - MOMENTUM ** round);
      const size = Math.sqrt(s / (1 - DAMPING ** round));
      const updated = (values[index] ?? 0) + (step * height) / (size + 1e-8);
      const sign = SIGNS[index];
      values[index] = sign !== undefined && updated * DIRECTIONS[sign] < 0 ? 0 : updated;
    }
  }
  const rounded = values.map((value) => Math.round(value * 100) / 100);
  return {
    bias: rounded.at(-1) ?? 0,
    signs: Object.fromEntries(SIGNS.map((sign, index) => [sign, rounded[index] ?? 0])) as Record<
      Sign,
      number
    >,
  };
}

/**
 * The weight of each sample: the supported and the unsupported samples of each set count the same
 * in total.
 */
function sharesOf(samples: readonly Sample[]): readonly number[] {
  const counts = new Map<string, number>();
  const keyOf = ({ set, supported }: Sample): string => `${supported} ${set}`;
  for (const sample of samples) counts.set(keyOf(sample), (counts.get(keyOf(sample)) ?? 0) + 1);
  return samples.map((sample) => 1 / (counts.get(keyOf(sample)) ?? 1));
}

function gradientOf(
  samples: readonly Sample[],
  shares: readonly number[],
  values: readonly number[],
  softness: number,
): readonly number[] {
  const gradient = values.map((value) => -2 * PENALTY * value);
  for (const [index, { supported, claims }] of samples.entries()) {
    // A statement is only as well supported as its worst claim.
    let worst: Signs | undefined;
    let least = Infinity;
    for (const signs of claims) {
      const sum = sumOf(signs, values);
      if (sum < least) [worst, least] = [signs, sum];
    }
    if (worst === undefined) continue;
    const share = 1 / (1 + Math.exp(-least / softness));
    const slope = ((supported ? 1 : -1) * (shares[index] ?? 0) * share * (1 - share)) / softness;
    for (const [at, sign] of SIGNS.entries())
      gradient[at] = (gradient[at] ?? 0) + slope * worst[sign];
    gradient[SIGNS.length] = (gradient[SIGNS.length] ?? 0) + slope;
  }
  return gradient;
}

function sumOf(signs: Signs, values: readonly number[]): number {
  return SIGNS.reduce(
    (sum, sign, index) => sum + (values[index] ?? 0) * signs[sign],
    values[SIGNS.length] ?? 0,
  );
}
