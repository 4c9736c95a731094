/**
 * Remembers what values led to, as one number or more. Of the parses of a beam, and of the
 * versions of a sentence in which somebody types, most ask what another has asked before. Values are told apart
 * by a hash of 64 bits; what is asked for anew takes the place of something else.
 */
export class Memo {
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #width: number;
  readonly #answers: Float64Array;
  /** The time at which each place was asked for last; 0 for never. */
  readonly #asked: Float64Array;
  /** What is no older than this is known. */
  #since = 1;
  #place = 0;

  /** `places` is a power of two, `width` how many numbers an answer has. */
  constructor(places: number, width: number) {
    this.#first = new Int32Array(places);
    this.#second = new Int32Array(places);
    this.#asked = new Float64Array(places);
    this.#width = width;
    this.#answers = new Float64Array(places * width);
  }

  /** Forgets everything that was asked for before a time. */
  forget(now: number): void {
    this.#since = now;
  }

  /**
   * When these values were asked for last, as `now` is told by some clock that never goes back; 0 where what they
   * led to is not known.
   */
  find(values: Int32Array, now: number): number {
    let first = 0x3c6ef372;
    let second = 0x1b873593;
    for (const value of values) {
      first = Math.imul(first ^ value, 0xcc9e2d51);
      first ^= first >>> 15;
      second = Math.imul(second + value, 0x85ebca6b);
      second ^= second >>> 13;
    }
    const place = first & (this.#first.length - 1);
    this.#place = place;
    const asked = this.#asked[place] ?? 0;
    this.#asked[place] = now;
    if (asked >= this.#since && this.#first[place] === first && this.#second[place] === second) {
      return asked;
    }
    this.#first[place] = first;
    this.#second[place] = second;
    return 0;
  }

  /** A number of the answer to the values that `find` was asked for last. */
  answer(index: number): number {
    return this.#answers[this.#place * this.#width + index] ?? 0;
  }

  /** Keeps a number of the answer to the values that `find` has just not known. */
  keep(index: number, value: number): void {
    this.#answers[this.#place * this.#width + index] = value;
  }
}
