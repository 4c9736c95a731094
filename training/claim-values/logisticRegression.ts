import type { LogisticWeights } from '../../server/checks/claims/logistic.js';

/** A labelled case of a logistic model. */
export interface Sample<Signal extends string> {
  readonly signals: Readonly<Record<Signal, number>>;
  readonly isPositive: boolean;
  readonly weight: number;
}

/** Upper bound on the rounds of Newton's method, which converges in far fewer. */
const ROUNDS = 25;

/**
 * Finds the weights of highest likelihood by Newton's method, with a penalty on their squares (in units of each
 * signal's deviation). The same samples give the same weights.
 *
 * @param strength The inverse of the penalty, or the penalty for each signal in the signal's own units.
 */
export function fitLogistic<Signal extends string>(
  samples: readonly Sample<Signal>[],
  names: readonly Signal[],
  strength: number | ((name: Signal) => number),
): LogisticWeights<Signal> {
  const scales = names.map((name) => scaleOf(samples, name));
  const rows = samples.map(({ signals }) => [
    1,
    ...names.map((name, at) => {
      const { mean = 0, deviation = 1 } = scales[at] ?? {};
      return (signals[name] - mean) / deviation;
    }),
  ]);
  const penalties = names.map((name, at) => {
    const { deviation = 1 } = scales[at] ?? {};
    return typeof strength === 'number' ? 1 / strength : strength(name) / deviation ** 2;
  });
  const penaltyAt = (at: number): number => (at === 0 ? 0 : (penalties[at - 1] ?? 0));
  let values: readonly number[] = [0, ...names.map(() => 0)];
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = values.map((value, at) => -value * penaltyAt(at));
    const curvature = values.map((_, at) =>
      values.map((__, other) => (at === other ? Math.max(1e-9, penaltyAt(at)) : 0)),
    );
    for (const [index, row] of rows.entries()) {
      const { isPositive = false, weight = 0 } = samples[index] ?? {};
      const share = 1 / (1 + Math.exp(-dot(row, values)));
      const bend = weight * share * (1 - share);
      for (const [at, one] of row.entries()) {
        gradient[at] = (gradient[at] ?? 0) + weight * ((isPositive ? 1 : 0) - share) * one;
        const line = curvature[at] ?? [];
        for (const [other, two] of row.entries())
          line[other] = (line[other] ?? 0) + bend * one * two;
      }
    }
    const step = solve(curvature, gradient);
    values = values.map((value, at) => value + (step[at] ?? 0));
  }
  const [bias = 0, ...rest] = values;
  const weights = rest.map((value, at) => value / (scales[at]?.deviation ?? 1));
  const shift = weights.reduce((sum, value, at) => sum + value * (scales[at]?.mean ?? 0), 0);
  return {
    bias: rounded(bias - shift),
    signals: Object.fromEntries(
      names.map((name, at) => [name, rounded(weights[at] ?? 0)]),
    ) as Record<Signal, number>,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf<Signal extends string>(samples: readonly Sample<Signal>[], name: Signal): Scale {
  const mean = samples.reduce((sum, { signals }) => sum + signals[name], 0) / samples.length;
  const square =
    samples.reduce((sum, { signals }) => sum + (signals[name] - mean) ** 2, 0) / samples.length;
  return { mean, deviation: square > 0 ? Math.sqrt(square) : 1 };
}

/** Solves a system of linear equations by elimination, with the largest pivot of each column. */
function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let at = column + 1; at < size; at++) {
      if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = at;
    }
    const line = rows[pivot] ?? [];
    [rows[pivot], rows[column]] = [rows[column] ?? [], line];
    const head = line[column] ?? 0;
    if (head === 0) continue;
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = (row[column] ?? 0) / head;
      for (let next = column; next <= size; next++)
        row[next] = (row[next] ?? 0) - factor * (line[next] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
