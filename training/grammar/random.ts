/**
 * A small random number generator whose sequence depends only on the seed (xorshift32, Marsaglia
 * 2003).
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** A number from 0 up to but not including 1. */
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 2 ** 32;
  }

  /** The items in random order (Fisher and Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let at = result.length - 1; at > 0; at--) {
      const other = Math.floor(this.next() * (at + 1));
      const item = result[at];
      const swapped = result[other];
      if (item === undefined || swapped === undefined) continue;
      result[at] = swapped;
      result[other] = item;
    }
    return result;
  }
}
