import type { Classifier } from '../../server/prose/grammar/classifier.js';
import { MOVE_PLACES, type MoveWeights } from '../../server/prose/grammar/moveClassifier.js';
import { LEFT, MOVES, RIGHT, SHIFT } from '../../server/prose/grammar/transitions.js';

/** Numbers to a place: one a move, and one to spare, so that a place starts at a power of two. */
const WIDTH = 4;
const MASK = MOVE_PLACES - 1;

/**
 * An averaged perceptron for the parser's moves (Collins 2002), over hashed features. A weight that
 * was updated fewer than `patience` times is not used yet (Goldberg and Elhadad 2011).
 */
export class MovePerceptron implements Classifier {
  readonly classes = MOVES;
  readonly #patience: number;
  /** The weights in use. */
  readonly #active = new Float32Array(MOVE_PLACES * WIDTH);
  readonly #weights = new Float32Array(MOVE_PLACES * WIDTH);
  readonly #totals = new Float64Array(MOVE_PLACES * WIDTH);
  readonly #stamps = new Int32Array(MOVE_PLACES * WIDTH);
  readonly #updates = new Uint8Array(MOVE_PLACES * WIDTH);
  /** Places that take no weight any more. */
  readonly #closed = new Uint8Array(MOVE_PLACES);
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
      const at = ((features[index] ?? 0) & MASK) * WIDTH;
      shift += active[at + SHIFT] ?? 0;
      left += active[at + LEFT] ?? 0;
      right += active[at + RIGHT] ?? 0;
    }
    scores[SHIFT] = shift;
    scores[LEFT] = left;
    scores[RIGHT] = right;
  }

  /** Moves the clock that averaging goes by. */
  tick(): void {
    this.#time++;
  }

  /** Adds `by` to the weight that each feature has for a move. */
  update(features: Int32Array, count: number, move: number, by: number): void {
    for (let index = 0; index < count; index++) {
      const place = (features[index] ?? 0) & MASK;
      if (this.#closed[place] === 1) continue;
      const at = place * WIDTH + move;
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
   * Goes on from the averages of the weights, as if training began there, with no more than the
   * `kept` places that weigh most; others stay empty from now on.
   */
  settle(kept: number): void {
    const sizes = new Float32Array(MOVE_PLACES);
    for (let place = 0; place < MOVE_PLACES; place++) {
      for (let move = 0; move < MOVES; move++) {
        const at = place * WIDTH + move;
        const average = this.#average(place, move);
        sizes[place] = Math.max(sizes[place] ?? 0, Math.abs(average));
        this.#weights[at] = average;
        this.#totals[at] = 0;
        this.#stamps[at] = 0;
        this.#updates[at] = this.#patience;
      }
    }
    const least = Math.max(sizes.slice().sort()[MOVE_PLACES - kept] ?? 0, Number.MIN_VALUE);
    for (let place = 0; place < MOVE_PLACES; place++) {
      const open = (sizes[place] ?? 0) >= least;
      this.#closed[place] = open ? 0 : 1;
      for (let at = place * WIDTH; at < place * WIDTH + MOVES; at++) {
        if (!open) this.#weights[at] = 0;
        this.#active[at] = this.#weights[at] ?? 0;
      }
    }
    this.#time = 0;
  }

  /** The averaged weights as whole numbers, `scale` to one unit. Places whose weights all come to less than `least` are dropped. */
  weights(scale: number, least: number): MoveWeights {
    const found: number[] = [];
    for (let place = 0; place < MOVE_PLACES; place++) {
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
      places: Int32Array.from(found),
      shift: of(SHIFT),
      left: of(LEFT),
      right: of(RIGHT),
    };
  }

  #average(place: number, move: number): number {
    const at = place * WIDTH + move;
    if ((this.#updates[at] ?? 0) < this.#patience) return 0;
    const pending = (this.#weights[at] ?? 0) * (this.#time - (this.#stamps[at] ?? 0));
    return ((this.#totals[at] ?? 0) + pending) / Math.max(1, this.#time);
  }
}
