/** Places of a memo; a sentence needs some hundreds. */
const PLACES = 2048;

/**
 * Remembers, for one sentence, what values led to. The parses of a beam differ in few places, so
 * most of what one asks another has asked before. Values are told apart by a hash of 64 bits.
 */
export class Memo {
  readonly #first = new Int32Array(PLACES);
  readonly #second = new Int32Array(PLACES);
  /** The sentence that a place was filled in. */
  readonly #sentence = new Int32Array(PLACES);
  readonly #answers = new Uint8Array(PLACES);
  #now = 0;
  #place = 0;

  /** Forgets everything. */
  clear(): void {
    this.#now++;
  }

  /** What these values led to; -1 where that is not known. Cannot throw. */
  find(values: Int32Array): number {
    let first = 0x3c6ef372;
    let second = 0x1b873593;
    for (const value of values) {
      first = Math.imul(first ^ value, 0xcc9e2d51);
      first ^= first >>> 15;
      second = Math.imul(second + value, 0x85ebca6b);
      second ^= second >>> 13;
    }
    this.#place = first & (PLACES - 1);
    const known = this.#sentence[this.#place] === this.#now;
    if (known && this.#first[this.#place] === first && this.#second[this.#place] === second) {
      return this.#answers[this.#place] ?? 0;
    }
    this.#first[this.#place] = first;
    this.#second[this.#place] = second;
    this.#sentence[this.#place] = this.#now;
    return -1;
  }

  /** Keeps what the values led to that `find` has just not known. */
  keep(answer: number): void {
    this.#answers[this.#place] = answer;
  }
}
