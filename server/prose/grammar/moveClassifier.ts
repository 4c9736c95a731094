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

/** Places to a group, and how many bits of each number of as many are set. */
const GROUP = 8;
const BITS_SET = Uint8Array.from(
  { length: 2 ** GROUP },
  (_, number) => number.toString(2).replaceAll('0', '').length,
);

/**
 * Scores the parser's moves by hashed features (Shi et al. 2009). Keys are not compared: the parser
 * asks thousands of times a sentence. One place in seven has weights, so these stand in a row, and a bit for
 * each place tells whether it has any (Jacobson 1989): a quarter of the memory of a table with room for all.
 */
export class MoveClassifier implements Classifier {
  readonly classes = MOVES;
  /** A number for each group: in the low bits which of its places have weights, above them how many before it have. */
  readonly #groups = new Int32Array(MOVE_PLACES / GROUP);
  /** The weights of a place in one number: ten bits for each move. */
  readonly #weights: Int32Array;

  /** Where the weights of a decision lie: room for one more than there are features. */
  #found = new Int32Array(0);

  constructor({ places, shift, left, right }: MoveWeights) {
    const weights = new Int32Array(places.length);
    const groups = this.#groups;
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      const group = place >>> 3;
      groups[group] = (groups[group] ?? 0) | (1 << (place & 7));
      weights[at] =
        ((shift[at] ?? 0) << 20) | (((left[at] ?? 0) & 1023) << 10) | ((right[at] ?? 0) & 1023);
    }
    this.#weights = weights;
    let before = 0;
    for (let group = 0; group < groups.length; group++) {
      const bits = groups[group] ?? 0;
      groups[group] = (before << GROUP) | bits;
      before += BITS_SET[bits] ?? 0;
    }
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const groups = this.#groups;
    const all = this.#weights;
    // First where the weights lie, without a branch that nobody could guess: so the memory is asked for many at once.
    if (this.#found.length <= count) this.#found = new Int32Array(count + 1);
    const found = this.#found;
    let size = 0;
    for (let index = 0; index < count; index++) {
      const place = (features[index] ?? 0) & (MOVE_PLACES - 1);
      const group = groups[place >>> 3] ?? 0;
      const bit = place & 7;
      found[size] = (group >>> GROUP) + (BITS_SET[group & ((1 << bit) - 1)] ?? 0);
      size += (group >>> bit) & 1;
    }
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let index = 0; index < size; index++) {
      const weights = all[found[index] ?? 0] ?? 0;
      shift += weights >> 20;
      left += (weights << 12) >> 22;
      right += (weights << 22) >> 22;
    }
    scores[0] = shift;
    scores[1] = left;
    scores[2] = right;
  }

  /** Bytes of its tables. */
  get bytes(): number {
    return this.#groups.byteLength + this.#weights.byteLength;
  }
}
