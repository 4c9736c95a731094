/**
 * A cache from values to one or more numbers. Most parses in a beam, and most versions of a
 * sentence being edited, repeat earlier queries. Values are identified by a 64-bit hash; new
 * entries replace old ones.
 */
export class ScoreCache {
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #width: number;
  readonly #entries: Float64Array;
  /** The time at which each slot was last queried; 0 for never. */
  readonly #queriedAt: Float64Array;
  /** Entries older than this are invalid. */
  #since = 1;
  #slot = 0;

  /** `slots` is a power of two, `width` the number of numbers per entry. */
  constructor(slots: number, width: number) {
    this.#first = new Int32Array(slots);
    this.#second = new Int32Array(slots);
    this.#queriedAt = new Float64Array(slots);
    this.#width = width;
    this.#entries = new Float64Array(slots * width);
  }

  /** Invalidates everything queried before a time. */
  invalidate(now: number): void {
    this.#since = now;
  }

  /**
   * When these values were last queried, on a clock `now` that never goes back; 0 if they are not
   * cached.
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
    const slot = first & (this.#first.length - 1);
    this.#slot = slot;
    const queriedAt = this.#queriedAt[slot] ?? 0;
    this.#queriedAt[slot] = now;
    if (queriedAt >= this.#since && this.#first[slot] === first && this.#second[slot] === second) {
      return queriedAt;
    }
    this.#first[slot] = first;
    this.#second[slot] = second;
    return 0;
  }

  /** A number of the entry that `find` was last called for. */
  valueAt(index: number): number {
    return this.#entries[this.#slot * this.#width + index] ?? 0;
  }

  /** Stores a number in the entry that `find` was last called for. */
  store(index: number, value: number): void {
    this.#entries[this.#slot * this.#width + index] = value;
  }
}
