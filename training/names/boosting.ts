import type { BoostedTrees, TreeNode } from '../../server/checks/names/trees.js';
import type { Row } from './logistic.js';

/** Trees without a threshold. */
export type Grown = Omit<BoostedTrees, 'threshold'>;

const ROUNDS = 200;
const STEP = 0.08;
const DEPTH = 4;
/** The least number of rows in a leaf, and the penalty on the size of its value. */
const LEAF = 20;
const PENALTY = 5;
/** The most limits that are tried for a sign. */
const LIMITS = 24;
const DIGITS = 1000;

/**
 * Grows decision trees, each on what the ones before leave unexplained of the log loss (gradient boosting, Friedman 2001,
 * with second-order leaves, Chen and Guestrin 2016). The same rows give the same trees.
 */
export function growTrees(rows: readonly Row[]): Grown {
  const signs = Object.keys(rows[0]?.signs ?? {});
  const columns = signs.map((name) => Float64Array.from(rows, (row) => row.signs[name] ?? 0));
  const limits = columns.map(limitsOf);
  const share = rows.filter(({ positive }) => positive).length / rows.length;
  const base = rounded(Math.log(share / (1 - share)));
  const odds = new Float64Array(rows.length).fill(base);
  const trees: (readonly TreeNode[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(rows.length);
    const bend = new Float64Array(rows.length);
    for (const [index, { positive }] of rows.entries()) {
      const probability = 1 / (1 + Math.exp(-(odds[index] ?? 0)));
      slope[index] = Number(positive) - probability;
      bend[index] = probability * (1 - probability);
    }
    const tree: TreeNode[] = [];
    const grow = (members: readonly number[], depth: number): number => {
      const at = tree.length;
      tree.push([]);
      const split = depth < DEPTH ? bestSplit(members, columns, limits, slope, bend) : undefined;
      if (split === undefined) {
        const value = rounded(STEP * leafValue(members, slope, bend));
        for (const member of members) odds[member] = (odds[member] ?? 0) + value;
        tree[at] = [value];
      } else {
        const { sign, limit } = split;
        const column = columns[sign];
        const below = grow(
          members.filter((each) => (column?.[each] ?? 0) <= limit),
          depth + 1,
        );
        const above = grow(
          members.filter((each) => (column?.[each] ?? 0) > limit),
          depth + 1,
        );
        tree[at] = [sign, limit, below, above];
      }
      return at;
    };
    grow([...rows.keys()], 0);
    trees.push(tree);
  }
  return { base, signs, trees };
}

/** Limits between the values of a sign, evenly over its rows. */
function limitsOf(column: Float64Array): readonly number[] {
  const values = [...new Set(column)].sort((a, b) => a - b);
  const between = values.slice(1).map((value, at) => rounded((value + (values[at] ?? 0)) / 2));
  if (between.length <= LIMITS) return [...new Set(between)];
  const sorted = [...column].sort((a, b) => a - b);
  const spread = Array.from({ length: LIMITS }, (_, at) =>
    rounded(sorted[Math.floor(((at + 1) * sorted.length) / (LIMITS + 1))] ?? 0),
  );
  return [...new Set(spread)];
}

function bestSplit(
  members: readonly number[],
  columns: readonly Float64Array[],
  limits: readonly (readonly number[])[],
  slope: Float64Array,
  bend: Float64Array,
): { readonly sign: number; readonly limit: number } | undefined {
  let [allSlope, allBend] = [0, 0];
  for (const member of members) {
    allSlope += slope[member] ?? 0;
    allBend += bend[member] ?? 0;
  }
  let most = 1e-6;
  let best: { readonly sign: number; readonly limit: number } | undefined;
  for (const [sign, column] of columns.entries()) {
    const steps = limits[sign] ?? [];
    const slopes = new Float64Array(steps.length + 1);
    const bends = new Float64Array(steps.length + 1);
    const counts = new Int32Array(steps.length + 1);
    for (const member of members) {
      const value = column[member] ?? 0;
      let bin = 0;
      while (bin < steps.length && value > (steps[bin] ?? 0)) bin++;
      slopes[bin] = (slopes[bin] ?? 0) + (slope[member] ?? 0);
      bends[bin] = (bends[bin] ?? 0) + (bend[member] ?? 0);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    let [below, belowBend, count] = [0, 0, 0];
    for (const [bin, limit] of steps.entries()) {
      below += slopes[bin] ?? 0;
      belowBend += bends[bin] ?? 0;
      count += counts[bin] ?? 0;
      if (count < LEAF || members.length - count < LEAF) continue;
      const gain =
        below ** 2 / (belowBend + PENALTY) +
        (allSlope - below) ** 2 / (allBend - belowBend + PENALTY) -
        allSlope ** 2 / (allBend + PENALTY);
      if (gain > most) [most, best] = [gain, { sign, limit }];
    }
  }
  return best;
}

function leafValue(members: readonly number[], slope: Float64Array, bend: Float64Array): number {
  let [sum, weight] = [0, 0];
  for (const member of members) {
    sum += slope[member] ?? 0;
    weight += bend[member] ?? 0;
  }
  return sum / (weight + PENALTY);
}

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}
