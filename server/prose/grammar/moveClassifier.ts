import type { Classifier } from './classifier.js';
import { MOVES } from './transitions.js';

/** Places of the table; a feature's key tells its place, and features that share one share its weights. */
export const MOVE_PLACES = 2 ** 22;

/** Weights at the places that have any, in ascending order of places. */
export interface MoveWeights {
  readonly places: Int32Array;
  readonly shift: Int8Array;
  readonly left: Int8Array;
  readonly right: Int8Array;
}

/**
 * Scores the parser's moves by hashed features (Shi et al. 2009). Keys are not compared: the parser
 * asks thousands of times a sentence, and a look-up without a branch is several times faster.
 */
export class MoveClassifier implements Classifier {
  readonly classes = MOVES;
  /** The weights of a place in one number: ten bits for each move. */
  readonly #table = new Int32Array(MOVE_PLACES);

  constructor({ places, shift, left, right }: MoveWeights) {
    for (let index = 0; index < places.length; index++) {
      this.#table[places[index] ?? 0] =
        ((shift[index] ?? 0) << 20) |
        (((left[index] ?? 0) & 1023) << 10) |
        ((right[index] ?? 0) & 1023);
    }
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const table = this.#table;
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let index = 0; index < count; index++) {
      const weights = table[(features[index] ?? 0) & (MOVE_PLACES - 1)] ?? 0;
      shift += weights >> 20;
      left += (weights << 12) >> 22;
      right += (weights << 22) >> 22;
    }
    scores[0] = shift;
    scores[1] = left;
    scores[2] = right;
  }

  /** Bytes of its table. */
  get bytes(): number {
    return this.#table.byteLength;
  }
}
