import type { Classifier } from './classifier.js';
import { MOVES } from './transitions.js';

/**
 * The number of slots in the table; a feature's key determines its slot, and colliding features
 * share weights.
 */
export const MOVE_SLOTS = 2 ** 22;

/** Weights of the slots that have any, in ascending order of slots. */
export interface MoveWeights {
  readonly slots: Int32Array;
  readonly shift: Int8Array;
  readonly left: Int8Array;
  readonly right: Int8Array;
}

/** Slots per group, and the number of set bits in each group mask. */
const GROUP_SIZE = 8;
const POPCOUNT = Uint8Array.from(
  { length: 2 ** GROUP_SIZE },
  (_, number) => number.toString(2).replaceAll('0', '').length,
);

/**
 * Scores the parser's moves by hashed features (Shi et al. 2009). Keys are not compared: the parser
 * makes thousands of look-ups per sentence. One slot in seven has weights, so these are stored
 * consecutively, with a bit per slot to say whether it has any (Jacobson 1989): a quarter of the
 * memory of a full table.
 */
export class MoveClassifier implements Classifier {
  readonly classes = MOVES;
  /**
   * One number per group: the low bits mark the slots with weights, the higher bits count those in
   * earlier groups.
   */
  readonly #groups = new Int32Array(MOVE_SLOTS / GROUP_SIZE);
  /** The weights of a slot in one number, ten bits per move. */
  readonly #weights: Int32Array;

  /** Positions of the weights for one decision: one more than there are features. */
  #found = new Int32Array(0);

  constructor({ slots, shift, left, right }: MoveWeights) {
    const weights = new Int32Array(slots.length);
    const groups = this.#groups;
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0;
      const group = slot >>> 3;
      groups[group] = (groups[group] ?? 0) | (1 << (slot & 7));
      weights[at] =
        ((shift[at] ?? 0) << 20) | (((left[at] ?? 0) & 1023) << 10) | ((right[at] ?? 0) & 1023);
    }
    this.#weights = weights;
    let before = 0;
    for (let group = 0; group < groups.length; group++) {
      const bits = groups[group] ?? 0;
      groups[group] = (before << GROUP_SIZE) | bits;
      before += POPCOUNT[bits] ?? 0;
    }
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const groups = this.#groups;
    const all = this.#weights;
    // First find all positions, without unpredictable branches, so that many memory reads run in
    // parallel.
    if (this.#found.length <= count) this.#found = new Int32Array(count + 1);
    const found = this.#found;
    let size = 0;
    for (let index = 0; index < count; index++) {
      const slot = (features[index] ?? 0) & (MOVE_SLOTS - 1);
      const group = groups[slot >>> 3] ?? 0;
      const bit = slot & 7;
      found[size] = (group >>> GROUP_SIZE) + (POPCOUNT[group & ((1 << bit) - 1)] ?? 0);
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

  /** The size of its tables in bytes. */
  get bytes(): number {
    return this.#groups.byteLength + this.#weights.byteLength;
  }
}
