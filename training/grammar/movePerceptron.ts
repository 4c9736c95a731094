import type { Classifier } from '../../server/prose/grammar/classifier.js';
import { MOVE_SLOTS, type MoveWeights } from '../../server/prose/grammar/moveClassifier.js';
import { LEFT, MOVES, RIGHT, SHIFT } from '../../server/prose/grammar/transitions.js';

/**
 * Weights at a place: one for each move and a spare one, so that the index is a multiple of a power
 * of two.
 */
const WEIGHTS_PER_PLACE = 4;
const MASK = MOVE_SLOTS - 1;

/**
 * An averaged perceptron for the parser's moves (Collins 2002), over hashed features. A weight with
 * fewer than `patience` updates is not used yet (Goldberg and Elhadad 2011).
 */
export class MovePerceptron implements Classifier {
  readonly classes = MOVES;
  readonly #patience: number;
  /** The weights in use. */
  readonly #active = new Float32Array(MOVE_SLOTS * WEIGHTS_PER_PLACE);
  readonly #weights = new Float32Array(MOVE_SLOTS * WEIGHTS_PER_PLACE);
  readonly #totals = new Float64Array(MOVE_SLOTS * WEIGHTS_PER_PLACE);
  readonly #stamps = new Int32Array(MOVE_SLOTS * WEIGHTS_PER_PLACE);
  readonly #updates = new Uint8Array(MOVE_SLOTS * WEIGHTS_PER_PLACE);
  /** 1 for places whose weights are not updated any more. */
  readonly #closed = new Uint8Array(MOVE_SLOTS);
  #time = 0;

  constructor(patience: number) {
    this.#patience = patience;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const active = this.#active;
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let index = 0; index < count; index++) {
      const at = ((features[index] ?? 0) & MASK) * WEIGHTS_PER_PLACE;
      shift += active[at + SHIFT] ?? 0;
      left += active[at + LEFT] ?? 0;
      right += active[at + RIGHT] ?? 0;
    }
    scores[SHIFT] = shift;
    scores[LEFT] = left;
    scores[RIGHT] = right;
  }

  /** Advances the clock for averaging. */
  tick(): void {
    this.#time++;
  }

  /** Adds `by` to the weight of each feature for a move. */
  update(features: Int32Array, count: number, move: number, by: number): void {
    for (let index = 0; index < count; index++) {
      const place = (features[index] ?? 0) & MASK;
      if (this.#closed[place] === 1) continue;
      const at = place * WEIGHTS_PER_PLACE + move;
      const weight = this.#weights[at] ?? 0;
      this.#totals[at] = (this.#totals[at] ?? 0) + weight * (this.#time - (this.#stamps[at] ?? 0));
      this.#stamps[at] = this.#time;
      this.#weights[at] = weight + by;
      const updates = Math.min(255, (this.#updates[at] ?? 0) + 1);
      this.#updates[at] = updates;
      if (updates >= this.#patience) this.#active[at] = weight + by;
    }
  }

  /**
   * Restarts training from the averaged weights, with only the `kept` places of the largest
   * weights; the others stay empty.
   */
  settle(kept: number): void {
    const sizes = new Float32Array(MOVE_SLOTS);
    for (let place = 0; place < MOVE_SLOTS; place++) {
      for (let move = 0; move < MOVES; move++) {
        const at = place * WEIGHTS_PER_PLACE + move;
        const average = this.#average(place, move);
        sizes[place] = Math.max(sizes[place] ?? 0, Math.abs(average));
        this.#weights[at] = average;
        this.#totals[at] = 0;
        this.#stamps[at] = 0;
        this.#updates[at] = this.#patience;
      }
    }
    const least = Math.max(sizes.slice().sort()[MOVE_SLOTS - kept] ?? 0, Number.MIN_VALUE);
    for (let place = 0; place < MOVE_SLOTS; place++) {
      const open = (sizes[place] ?? 0) >= least;
      this.#closed[place] = open ? 0 : 1;
      for (let at = place * WEIGHTS_PER_PLACE; at < place * WEIGHTS_PER_PLACE + MOVES; at++) {
        if (!open) this.#weights[at] = 0;
        this.#active[at] = this.#weights[at] ?? 0;
      }
    }
    this.#time = 0;
  }

  /**
   * The averaged weights as integers, `scale` units to 1, without the places whose weights are all
   * below `least`.
   */
  weights(scale: number, least: number): MoveWeights {
    const found: number[] = [];
    for (let place = 0; place < MOVE_SLOTS; place++) {
      let largest = 0;
      for (let move = 0; move < MOVES; move++) {
        largest = Math.max(largest, Math.abs(this.#average(place, move) * scale));
      }
      if (Math.round(largest) >= least) found.push(place);
    }
    const of = (move: number): Int8Array =>
      Int8Array.from(found, (place) => {
        const value = Math.round(this.#average(place, move) * scale);
        return Math.max(-127, Math.min(127, value));
      });
    return {
      slots: Int32Array.from(found),
      shift: of(SHIFT),
      left: of(LEFT),
      right: of(RIGHT),
    };
  }

  #average(place: number, move: number): number {
    const at = place * WEIGHTS_PER_PLACE + move;
    if ((this.#updates[at] ?? 0) < this.#patience) return 0;
    const pending = (this.#weights[at] ?? 0) * (this.#time - (this.#stamps[at] ?? 0));
    return ((this.#totals[at] ?? 0) + pending) / Math.max(1, this.#time);
  }
}
