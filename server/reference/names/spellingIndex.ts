import { letterSetDistance, letterSetOf } from './letterSets.js';
import { shapeOf } from './shape.js';
import { soundOf } from './sound.js';

/** Only the first letters of a word are indexed; errors after them are found by the later comparison. */
const PREFIX_LENGTH = 8;
/** From this length on, words are found with two wrong letters; shorter ones with one. */
const TWO_ERRORS_LENGTH = 8;
/** Shorter words are found only by their sound. */
const MIN_LENGTH = 3;
/** Up to this length, words are also found by their sound; longer similar ones are close in letters anyway. */
const MAX_SOUND_LENGTH = 5;
/**
 * The maximum number of words examined per bucket; only artificial text has more with such a
 * similar beginning.
 */
const MAX_BUCKET = 256;
/** Two errors add at most two letters and remove two. */
const MAX_LETTER_CHANGES = 4;

/**
 * Finds candidates for the correct spelling of a word among many words. Both sides are hashed with one letter deleted,
 * or two in long words, and match if the rest is equal (SymSpell, Garbe 2012); words that sound or look alike match by
 * their sound and shape. The candidates still have to be compared letter by letter. No word within one error, or two
 * in long words, is missed.
 */
export class SpellingIndex {
  /** The start of each bucket in `#words`; a bucket contains the words with the same hash. */
  readonly #starts: Int32Array;
  readonly #words: Int32Array;
  readonly #mask: number;
  /** The letter set of each word. */
  readonly #letters: Int32Array;

  /** @param words Folded words. */
  constructor(words: readonly string[]) {
    const hashes: number[] = [];
    const counts = new Int32Array(words.length);
    for (const [index, word] of words.entries()) {
      const before = hashes.length;
      for (const hash of new Set(hashesOf(word))) hashes.push(hash);
      counts[index] = hashes.length - before;
    }
    this.#letters = Int32Array.from(words, letterSetOf);
    const size = 2 ** Math.max(4, Math.ceil(Math.log2(hashes.length + 1)));
    this.#mask = size - 1;
    this.#starts = new Int32Array(size + 1);
    for (const hash of hashes) increment(this.#starts, (hash & this.#mask) + 1);
    for (let at = 1; at <= size; at++)
      this.#starts[at] = (this.#starts[at] ?? 0) + (this.#starts[at - 1] ?? 0);
    this.#words = new Int32Array(hashes.length);
    const next = this.#starts.slice();
    let at = 0;
    for (const [index, count] of counts.entries()) {
      for (let each = 0; each < count; each++, at++) {
        const bucket = (hashes[at] ?? 0) & this.#mask;
        this.#words[next[bucket] ?? 0] = index;
        increment(next, bucket);
      }
    }
  }

  /**
   * The indices of the words that the folded `word` may be a misspelling of, in no particular order.
   */
  candidates(word: string): ReadonlySet<number> {
    const found = new Set<number>();
    const letters = letterSetOf(word);
    for (const hash of hashesOf(word)) {
      const bucket = hash & this.#mask;
      const end = this.#starts[bucket + 1] ?? 0;
      const start = this.#starts[bucket] ?? 0;
      for (let at = start; at < end && at < start + MAX_BUCKET; at++) {
        const index = this.#words[at] ?? 0;
        if (letterSetDistance(letters, this.#letters[index] ?? 0) <= MAX_LETTER_CHANGES)
          found.add(index);
      }
    }
    return found;
  }
}

function increment(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** The hashes under which a word is indexed; a word with a doubled letter has duplicates. */
function hashesOf(word: string): readonly number[] {
  const hashes: number[] = [];
  const sound = word.length <= MAX_SOUND_LENGTH ? soundOf(word) : '';
  if (sound !== '') hashes.push(hash(`/${sound}`, -1, -1));
  if (word.length < MIN_LENGTH) return hashes;
  const shape = shapeOf(word);
  if (shape !== word) hashes.push(hash(shape.slice(0, PREFIX_LENGTH), -1, -1));
  const prefix = word.slice(0, PREFIX_LENGTH);
  hashes.push(hash(prefix, -1, -1));
  for (let i = 0; i < prefix.length; i++) {
    hashes.push(hash(prefix, i, -1));
    if (word.length < TWO_ERRORS_LENGTH) continue;
    for (let j = i + 1; j < prefix.length; j++) hashes.push(hash(prefix, i, j));
  }
  return hashes;
}

/** The FNV-1a hash of a word without the letters at `i` and `j`. */
function hash(word: string, i: number, j: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    if (at !== i && at !== j) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  }
  return value ^ (value >>> 15);
}
