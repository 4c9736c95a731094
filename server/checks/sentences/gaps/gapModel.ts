import type { Analysis } from '../../../prose/grammar/analysis.js';
import { LinearClassifier, type ClassifierWeights } from '../../../prose/grammar/classifier.js';
import { finiteMainVerb } from '../../../prose/grammar/morphology.js';
import {
  ByteReader,
  ByteWriter,
  readClassifier,
  sealed,
  unsealed,
  writeClassifier,
} from '../../../prose/grammar/weightBytes.js';
import { GAP_FEATURES, gapFeatures, gapInput } from './gapFeatures.js';
import { GAP_KINDS, type GapKind } from './gapKinds.js';
import { memoize } from '../../../prose/memoize.js';

/** The head of a file: who wrote it, and in which layout. */
const MAGIC = 0x43444750;

/** Weights that ship are whole numbers, so many units to one. */
export const UNIT = 24;

/** A place where something is likely wrong. */
export interface LikelyGap {
  /** Index of the word after it. */
  readonly at: number;
  /** How likely, 0 to 1. */
  readonly chance: number;
}

/** How likely it is, for each gap between the words of a sentence, that something is wrong there. No method can throw. */
export class GapChances {
  readonly #size: number;
  readonly #chances: (Float32Array | undefined)[];
  readonly #chancesAt: (at: number) => Float32Array;

  /** `chancesAt` has a number for each kind in a gap; it is asked once for each that somebody wants to know of. */
  constructor(size: number, chancesAt: (at: number) => Float32Array) {
    this.#size = size;
    this.#chances = new Array<Float32Array | undefined>(size);
    this.#chancesAt = chancesAt;
  }

  /** How likely one of `kinds` is in the gap before word `at`. */
  chance(at: number, ...kinds: readonly GapKind[]): number {
    if (at < 0 || at >= this.#size) return 0;
    const chances = (this.#chances[at] ??= this.#chancesAt(at));
    let sum = 0;
    for (const kind of kinds) sum += chances[GAP_KINDS.indexOf(kind)] ?? 0;
    return sum;
  }

  /** The gap in which one of `kinds` is likeliest. */
  likeliest(...kinds: readonly GapKind[]): LikelyGap {
    let best: LikelyGap = { at: 0, chance: 0 };
    for (let at = 0; at < this.#size; at++) {
      const chance = this.chance(at, ...kinds);
      if (chance > best.chance) best = { at, chance };
    }
    return best;
  }
}

/** Judges the gaps between words by trained weights. Not reentrant: it keeps its scratch memory. */
export class GapModel {
  readonly #classifier: LinearClassifier;
  readonly #features = new Int32Array(GAP_FEATURES);
  readonly #scores = new Float64Array(GAP_KINDS.length);

  constructor(weights: ClassifierWeights) {
    this.#classifier = new LinearClassifier(weights);
  }

  /** Judges a sentence; the same analysis is judged once. */
  readonly judge = memoize((analysis: Analysis): GapChances => {
    const input = gapInput(analysis, finiteMainVerb(analysis));
    return new GapChances(input.size, (at) => {
      const count = gapFeatures(input, at, this.#features);
      this.#classifier.score(this.#features, count, this.#scores);
      toProbabilities(this.#scores, UNIT);
      return Float32Array.from(this.#scores);
    });
  });
}

/** Turns scores, `unit` to one, into probabilities (softmax). */
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

/** Writes weights down as they ship. */
export function writeGapWeights(weights: ClassifierWeights): Uint8Array {
  const writer = new ByteWriter();
  writeClassifier(writer, weights);
  return sealed(MAGIC, writer.finish());
}

let provided: (() => Uint8Array) | undefined;
let loaded: GapModel | undefined;

/** Tells where the weights come from: a program's entry does. They are asked for when the first sentence is judged. */
export function provideGapWeights(weights: () => Uint8Array): void {
  provided = weights;
  loaded = undefined;
}

/** The model in use. Throws where no weights were provided, or a `WeightsError` where they are damaged. */
export function gapModel(): GapModel {
  if (provided === undefined)
    throw new Error('no weights were provided for the gaps between words');
  loaded ??= new GapModel(readClassifier(new ByteReader(unsealed(MAGIC, provided()))));
  return loaded;
}
