import type { Logistic } from '../../server/checks/names/logistic.js';

/** A labelled row of signs; every row has the same names. */
export interface Row {
  readonly signs: Readonly<Record<string, number>>;
  readonly positive: boolean;
}

/** A score without a threshold. */
export type Fitted = Omit<Logistic<string>, 'threshold'>;

/** The penalty on the square of each weight, per row; the bias has none. */
const PENALTY = 1e-4;
const ROUNDS = 25;
const DIGITS = 1000;

/**
 * Fits a logistic regression with Newton's method (iteratively reweighted least squares) and a ridge penalty. The same
 * rows give the same weights, rounded to a thousandth.
 */
export function fitLogistic(rows: readonly Row[]): Fitted {
  const names = Object.keys(rows[0]?.signs ?? {});
  const inputs = rows.map(({ signs }) =>
    Float64Array.from([1, ...names.map((name) => signs[name] ?? 0)]),
  );
  const size = names.length + 1;
  let weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size);
    const curvature = Array.from({ length: size }, () => new Float64Array(size));
    for (const [index, input] of inputs.entries()) {
      const probability = 1 / (1 + Math.exp(-dot(input, weights)));
      const error = Number(rows[index]?.positive ?? false) - probability;
      const spread = Math.max(1e-6, probability * (1 - probability));
      for (let i = 0; i < size; i++) {
        const value = input[i] ?? 0;
        if (value === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const row = curvature[i];
        if (row === undefined) continue;
        for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + spread * value * (input[j] ?? 0);
      }
    }
    const penalty = PENALTY * rows.length;
    for (let i = 0; i < size; i++) {
      const own = i === 0 ? 1e-9 : penalty;
      gradient[i] = (gradient[i] ?? 0) - own * (weights[i] ?? 0);
      const row = curvature[i];
      if (row !== undefined) row[i] = (row[i] ?? 0) + own;
    }
    const step = solved(curvature, gradient);
    weights = weights.map((weight, index) => weight + (step[index] ?? 0));
  }
  const rounded = (value: number | undefined): number => Math.round((value ?? 0) * DIGITS) / DIGITS;
  return {
    bias: rounded(weights[0]),
    signs: Object.fromEntries(names.map((name, index) => [name, rounded(weights[index + 1])])),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Solves a system of linear equations by elimination with pivots. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let at = 0; at < size; at++) {
    let pivot = at;
    for (let row = at + 1; row < size; row++)
      if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = row;
    const [upper, lower] = [rows[pivot], rows[at]];
    if (upper === undefined || lower === undefined) continue;
    rows[at] = upper;
    rows[pivot] = lower;
    const head = upper[at] ?? 0;
    if (Math.abs(head) < 1e-12) continue;
    for (let row = 0; row < size; row++) {
      const values = rows[row];
      if (row === at || values === undefined) continue;
      const factor = (values[at] ?? 0) / head;
      if (factor === 0) continue;
      for (let column = at; column <= size; column++)
        values[column] = (values[column] ?? 0) - factor * (upper[column] ?? 0);
    }
  }
  return Float64Array.from({ length: size }, (_, at) => {
    const head = rows[at]?.[at] ?? 0;
    return Math.abs(head) < 1e-12 ? 0 : (rows[at]?.[size] ?? 0) / head;
  });
}
