import type { Analysis } from '../../../prose/grammar/analysis.js';
import { LinearClassifier, type ClassifierWeights } from '../../../prose/grammar/classifier.js';
import { finiteMainVerb } from '../../../prose/grammar/morphology.js';
import {
  ByteReader,
  ByteWriter,
  readClassifier,
  withChecksum,
  verifiedBody,
  writeClassifier,
} from '../../../prose/grammar/weightBytes.js';
import { GAP_FEATURES, gapFeatures, gapInput } from './gapFeatures.js';
import { GAP_KINDS, type GapKind } from './gapKinds.js';
import { memoize } from '../../../prose/memoize.js';

/** Identifies the file format and its version. */
const MAGIC = 0x43444750;

/** Shipped weights are integers: this many units to 1. */
export const GAP_WEIGHT_SCALE = 24;

/** A place where something is likely wrong. */
export interface LikelyGap {
  /** Index of the word after it. */
  readonly at: number;
  /** 0 to 1. */
  readonly probability: number;
}

/** The probability of each kind of error in each gap between the words of a sentence. */
export class GapProbabilities {
  readonly #size: number;
  readonly #known: (Float32Array | undefined)[];
  readonly #compute: (at: number) => Float32Array;

  /**
   * `compute` returns a probability for each kind in a gap; it is called at most once for each gap.
   */
  constructor(size: number, compute: (at: number) => Float32Array) {
    this.#size = size;
    this.#known = new Array<Float32Array | undefined>(size);
    this.#compute = compute;
  }

  /** The probability that one of `kinds` is wrong in the gap before word `at`. */
  probability(at: number, ...kinds: readonly GapKind[]): number {
    if (at < 0 || at >= this.#size) return 0;
    const probabilities = (this.#known[at] ??= this.#compute(at));
    let sum = 0;
    for (const kind of kinds) sum += probabilities[GAP_KINDS.indexOf(kind)] ?? 0;
    return sum;
  }

  /** The gap in which one of `kinds` is most likely. */
  mostLikely(...kinds: readonly GapKind[]): LikelyGap {
    let best: LikelyGap = { at: 0, probability: 0 };
    for (let at = 0; at < this.#size; at++) {
      const probability = this.probability(at, ...kinds);
      if (probability > best.probability) best = { at, probability };
    }
    return best;
  }
}

/**
 * Predicts errors in the gaps between words from trained weights. Not reentrant: it reuses its
 * buffers.
 */
export class GapModel {
  readonly #classifier: LinearClassifier;
  readonly #features = new Int32Array(GAP_FEATURES);
  readonly #scores = new Float64Array(GAP_KINDS.length);

  constructor(weights: ClassifierWeights) {
    this.#classifier = new LinearClassifier(weights);
  }

  /** The predictions for a sentence, memoized by its analysis. */
  readonly predict = memoize((analysis: Analysis): GapProbabilities => {
    const input = gapInput(analysis, finiteMainVerb(analysis));
    return new GapProbabilities(input.size, (at) => {
      const count = gapFeatures(input, at, this.#features);
      this.#classifier.score(this.#features, count, this.#scores);
      toProbabilities(this.#scores, GAP_WEIGHT_SCALE);
      return Float32Array.from(this.#scores);
    });
  });
}

/** Turns scores, `unit` to 1, into probabilities in place (softmax). */
export function toProbabilities(scores: Float64Array, unit: number): void {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const power = Math.exp(((scores[label] ?? 0) - highest) / unit);
    scores[label] = power;
    sum += power;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) / sum;
}

/** Serialises weights in the format that ships. */
export function writeGapWeights(weights: ClassifierWeights): Uint8Array {
  const writer = new ByteWriter();
  writeClassifier(writer, weights);
  return withChecksum(MAGIC, writer.finish());
}

let provided: (() => Uint8Array) | undefined;
let loaded: GapModel | undefined;

/**
 * Sets where the weights come from; called by a program's entry point. They are loaded on first
 * use.
 */
export function provideGapWeights(weights: () => Uint8Array): void {
  provided = weights;
  loaded = undefined;
}

/**
 * The model in use. Throws if no weights were provided, and a `WeightsError` if they are damaged.
 */
export function gapModel(): GapModel {
  if (provided === undefined)
    throw new Error('no weights were provided for the gaps between words');
  loaded ??= new GapModel(readClassifier(new ByteReader(verifiedBody(MAGIC, provided()))));
  return loaded;
}
