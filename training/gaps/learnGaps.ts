import type { ClassifierWeights } from '../../server/prose/grammar/classifier.js';
import { KEY_BITS } from '../../server/prose/grammar/hashing.js';
import { NumberTable } from '../../server/prose/grammar/numberTable.js';
import type { Random } from '../grammar/random.js';
import {
  GAP_FEATURES,
  type GapInput,
  gapFeatures,
} from '../../server/checks/sentences/gaps/gapFeatures.js';
import { GAP_KINDS } from '../../server/checks/sentences/gaps/gapKinds.js';
import { GAP_WEIGHT_SCALE, toProbabilities } from '../../server/checks/sentences/gaps/gapModel.js';

/**
 * An analysed sentence and its error: the number of a gap kind, in the gap before word `at`; 0 for
 * a sound sentence.
 */
export interface GapExample {
  readonly input: GapInput;
  readonly at: number;
  readonly kind: number;
}

/** Rarer features are dropped. */
const MIN_COUNT = 10;
const ROUNDS = 3;
const LEARNING_RATE = 0.15;
/** Pulls weights towards zero, so that features with little evidence count little. */
const WEIGHT_DECAY = 2e-3;

/**
 * Trains the gap classifier: multinomial logistic regression with AdaGrad (Duchi, Hazan and Singer
 * 2011). The same examples and seed give the same weights. `log` receives the progress.
 */
export function learnGaps(
  examples: readonly GapExample[],
  random: Random,
  log: (line: string) => void,
): ClassifierWeights {
  const classes = GAP_KINDS.length;
  const keys = commonKeys(examples);
  const numbers = new NumberTable(
    keys,
    Uint32Array.from(keys, (_, index) => index + 1),
  );
  const weights = new Float32Array((keys.length + 1) * classes);
  const squares = new Float32Array((keys.length + 1) * classes).fill(1e-2);
  const features = new Int32Array(GAP_FEATURES);
  const scores = new Float64Array(classes);
  for (let round = 0; round < ROUNDS; round++) {
    let loss = 0;
    let count = 0;
    for (const { input, at: damaged, kind } of random.shuffled(examples)) {
      for (let at = 0; at < input.size; at++) {
        const right = kind !== 0 && at === damaged ? kind : 0;
        // The gaps next to an error look wrong too.
        if (right === 0 && kind !== 0 && Math.abs(at - damaged) === 1) continue;
        const known = knownFeatures(input, at, numbers, features);
        probabilities(weights, features, known, scores);
        loss -= Math.log(Math.max(1e-12, scores[right] ?? 0));
        count++;
        for (let label = 0; label < classes; label++) {
          const slope = (scores[label] ?? 0) - (label === right ? 1 : 0);
          if (Math.abs(slope) < 1e-3) continue;
          for (let index = 0; index < known; index++) {
            const place = (features[index] ?? 0) * classes + label;
            const weight = weights[place] ?? 0;
            const step = slope + WEIGHT_DECAY * weight;
            const square = (squares[place] ?? 0) + step * step;
            squares[place] = square;
            weights[place] = weight - (LEARNING_RATE * step) / Math.sqrt(square);
          }
        }
      }
    }
    log(`round ${round + 1} of ${ROUNDS}: loss ${(loss / count).toFixed(4)}`);
  }
  return packed(keys, weights, classes);
}

function knownFeatures(
  input: GapInput,
  at: number,
  numbers: NumberTable,
  features: Int32Array,
): number {
  const count = gapFeatures(input, at, features);
  let known = 0;
  for (let index = 0; index < count; index++) {
    const number = numbers.get(features[index] ?? 0);
    if (number > 0) features[known++] = number - 1;
  }
  return known;
}

function probabilities(
  weights: Float32Array,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  const classes = scores.length;
  scores.fill(0);
  for (let index = 0; index < count; index++) {
    const row = (features[index] ?? 0) * classes;
    for (let label = 0; label < classes; label++) {
      scores[label] = (scores[label] ?? 0) + (weights[row + label] ?? 0);
    }
  }
  toProbabilities(scores, 1);
}

function commonKeys(examples: readonly GapExample[]): Int32Array {
  const counts = new Uint8Array(2 ** KEY_BITS);
  const features = new Int32Array(GAP_FEATURES);
  for (const { input } of examples) {
    for (let at = 0; at < input.size; at++) {
      const count = gapFeatures(input, at, features);
      for (let index = 0; index < count; index++) {
        const key = features[index] ?? 0;
        if ((counts[key] ?? 0) < MIN_COUNT) counts[key] = (counts[key] ?? 0) + 1;
      }
    }
  }
  const keys: number[] = [];
  for (let key = 1; key < counts.length; key++) if ((counts[key] ?? 0) >= MIN_COUNT) keys.push(key);
  return Int32Array.from(keys);
}

/** Weights below this many units are dropped. */
const MIN_UNITS = 5;

function packed(keys: Int32Array, weights: Float32Array, classes: number): ClassifierWeights {
  const kept: number[] = [];
  const sizes: number[] = [];
  const labels: number[] = [];
  const values: number[] = [];
  for (const [index, key] of keys.entries()) {
    let size = 0;
    for (let label = 0; label < classes; label++) {
      const value = Math.round((weights[index * classes + label] ?? 0) * GAP_WEIGHT_SCALE);
      if (Math.abs(value) < MIN_UNITS) continue;
      labels.push(label);
      values.push(Math.max(-127, Math.min(127, value)));
      size++;
    }
    if (size === 0) continue;
    kept.push(key);
    sizes.push(size);
  }
  return {
    classes,
    keys: Int32Array.from(kept),
    sizes: Uint8Array.from(sizes),
    labels: Uint8Array.from(labels),
    values: Int8Array.from(values),
  };
}
