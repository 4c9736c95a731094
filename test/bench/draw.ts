/** Numbers from 0 up to 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONSETS =
  'b bl br ch d dr f fr g gr h j k kr l m n ny p pr r s sh st sz t th tr v w y z'.split(' ');
const VOWELS = 'a a a ai au e e e ei i i o o ou u á é ö ü'.split(' ');
const CODAS = ' b k l ll m n n nd ng r rk rs s sk t tz'.split(' ');
const TAILS = ' berg dottir escu ez ian ić ini ko lund man nen ov ova sen ski son ton wa'.split(
  ' ',
);

/** Draws from lists, and makes up words that look like names of many languages. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  /** True in this share of the draws. */
  chance(share: number): boolean {
    return this.#random() < share;
  }

  /** A number from 0 up to 1, which is left out. */
  share(): number {
    return this.#random();
  }

  /** A whole number from 0 up to `end`, which is left out. */
  below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  /** One of a list; `''` of an empty one. */
  of(from: readonly string[]): string {
    return from[this.below(from.length)] ?? '';
  }

  /** A capital letter. */
  initial(): string {
    return this.of(ONSETS).charAt(0).toUpperCase();
  }

  /** A name of one word, made of syllables. */
  name(): string {
    const syllables = 1 + Math.floor(this.#random() * 2.4);
    const stem = Array.from(
      { length: syllables },
      () => this.of(ONSETS) + this.of(VOWELS) + (this.chance(0.5) ? this.of(CODAS) : ''),
    ).join('');
    const whole = stem + (syllables < 2 || this.chance(0.5) ? this.of(TAILS) : '');
    return whole.charAt(0).toUpperCase() + whole.slice(1);
  }
}
