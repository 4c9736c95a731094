import type { ClassifierWeights } from '../../server/prose/grammar/classifier.js';
import type { MoveWeights } from '../../server/prose/grammar/moveClassifier.js';

/** Weights are stored in a signed byte. */
const MAX_WEIGHT = 127;

/** The rounded mean of the weights of several trainings, without those below `least`. */
export function meanOfWeights(
  trainings: readonly ClassifierWeights[],
  least: number,
): ClassifierWeights {
  const sums = new Map<number, Map<number, number>>();
  for (const { keys, sizes, labels, values } of trainings) {
    let at = 0;
    for (const [index, key] of keys.entries()) {
      const ofKey = sums.get(key) ?? new Map<number, number>();
      sums.set(key, ofKey);
      for (const end = at + (sizes[index] ?? 0); at < end; at++) {
        const label = labels[at] ?? 0;
        ofKey.set(label, (ofKey.get(label) ?? 0) + (values[at] ?? 0));
      }
    }
  }
  const keys: number[] = [];
  const sizes: number[] = [];
  const labels: number[] = [];
  const values: number[] = [];
  for (const [key, ofKey] of ascending(sums)) {
    const before = labels.length;
    for (const [label, sum] of ascending(ofKey)) {
      const value = mean(sum, trainings.length);
      if (Math.abs(value) < least) continue;
      labels.push(label);
      values.push(value);
    }
    if (labels.length === before) continue;
    keys.push(key);
    sizes.push(labels.length - before);
  }
  return {
    classes: Math.max(...trainings.map(({ classes }) => classes)),
    keys: Int32Array.from(keys),
    sizes: Uint8Array.from(sizes),
    labels: Uint8Array.from(labels),
    values: Int8Array.from(values),
  };
}

/**
 * The rounded mean of the move weights of several trainings, without the places whose weights differ by less than
 * `least`, because these hardly distinguish the moves.
 */
export function meanOfMoves(trainings: readonly MoveWeights[], least: number): MoveWeights {
  const sums = new Map<number, readonly number[]>();
  for (const { slots: places, shift, left, right } of trainings) {
    for (const [index, place] of places.entries()) {
      const own = [shift[index] ?? 0, left[index] ?? 0, right[index] ?? 0];
      const sum = sums.get(place);
      sums.set(place, sum === undefined ? own : own.map((value, move) => value + (sum[move] ?? 0)));
    }
  }
  const kept = ascending(sums)
    .map(([place, sum]) => [place, sum.map((value) => mean(value, trainings.length))] as const)
    .filter(([, values]) => Math.max(...values) - Math.min(...values) >= least);
  const of = (move: number): Int8Array => Int8Array.from(kept, ([, values]) => values[move] ?? 0);
  return {
    slots: Int32Array.from(kept, ([place]) => place),
    shift: of(0),
    left: of(1),
    right: of(2),
  };
}

function mean(sum: number, count: number): number {
  return Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, Math.round(sum / count)));
}

function ascending<Value>(
  numbers: ReadonlyMap<number, Value>,
): readonly (readonly [number, Value])[] {
  return [...numbers].sort(([a], [b]) => a - b);
}
