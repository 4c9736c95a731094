import { lettersApart, lettersOf } from './letters.js';
import { shapeOf } from './shape.js';
import { soundOf } from './sound.js';

/**
 * Letters of a word that the index looks at; a slip further on shows in what is compared
 * afterwards.
 */
const PREFIX = 8;
/** Words from this length on are found with two letters wrong, shorter ones with one. */
const LONG = 8;
const SHORTEST = 3;
/**
 * Words up to this length are found by their sound too; in longer ones a sound is kept by one or
 * two slips.
 */
const HEARD = 5;
/**
 * Words that are looked at in one bucket; only text made for it has more that begin so much alike.
 */
const MOST = 256;
/**
 * Two slips put in two letters that the right word lacks and leave out two that it has, at most.
 */
const MOST_OTHER_LETTERS = 4;

/**
 * Finds, among many words, those that a misspelled word may stand for. Both sides leave out one
 * letter, or two in long words, and meet where what is left is the same (SymSpell, Garbe 2012); words
 * that sound alike meet at their sound, words that look alike at their shape. What it finds is to be compared letter by letter; it misses
 * nothing within one slip, or two in long words.
 */
export class NearWords {
  /** Where the words of each bucket start in `#words`; a bucket holds what hashes alike. */
  readonly #starts: Int32Array;
  readonly #words: Int32Array;
  readonly #mask: number;
  /** The letters that each word has, a bit a letter. */
  readonly #letters: Int32Array;

  /** `words` are folded. */
  constructor(words: readonly string[]) {
    const hashes: number[] = [];
    const counts = new Int32Array(words.length);
    for (const [index, word] of words.entries()) {
      const before = hashes.length;
      for (const hash of new Set(hashesOf(word))) hashes.push(hash);
      counts[index] = hashes.length - before;
    }
    this.#letters = Int32Array.from(words, lettersOf);
    const size = 2 ** Math.max(4, Math.ceil(Math.log2(hashes.length + 1)));
    this.#mask = size - 1;
    this.#starts = new Int32Array(size + 1);
    for (const hash of hashes) bump(this.#starts, (hash & this.#mask) + 1);
    for (let at = 1; at <= size; at++)
      this.#starts[at] = (this.#starts[at] ?? 0) + (this.#starts[at - 1] ?? 0);
    this.#words = new Int32Array(hashes.length);
    const next = this.#starts.slice();
    let at = 0;
    for (const [index, count] of counts.entries()) {
      for (let each = 0; each < count; each++, at++) {
        const bucket = (hashes[at] ?? 0) & this.#mask;
        this.#words[next[bucket] ?? 0] = index;
        bump(next, bucket);
      }
    }
  }

  /**
   * Indices of words that `word`, which is folded, may stand for; each once, in no order.
   */
  of(word: string): ReadonlySet<number> {
    const found = new Set<number>();
    const letters = lettersOf(word);
    for (const hash of hashesOf(word)) {
      const bucket = hash & this.#mask;
      const end = this.#starts[bucket + 1] ?? 0;
      const start = this.#starts[bucket] ?? 0;
      for (let at = start; at < end && at < start + MOST; at++) {
        const index = this.#words[at] ?? 0;
        if (lettersApart(letters, this.#letters[index] ?? 0) <= MOST_OTHER_LETTERS)
          found.add(index);
      }
    }
    return found;
  }
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** A word with a letter doubled has some of them twice. */
function hashesOf(word: string): readonly number[] {
  const hashes: number[] = [];
  const sound = word.length <= HEARD ? soundOf(word) : '';
  if (sound !== '') hashes.push(hash(`/${sound}`, -1, -1));
  if (word.length < SHORTEST) return hashes;
  const shape = shapeOf(word);
  if (shape !== word) hashes.push(hash(shape.slice(0, PREFIX), -1, -1));
  const prefix = word.slice(0, PREFIX);
  hashes.push(hash(prefix, -1, -1));
  for (let i = 0; i < prefix.length; i++) {
    hashes.push(hash(prefix, i, -1));
    if (word.length < LONG) continue;
    for (let j = i + 1; j < prefix.length; j++) hashes.push(hash(prefix, i, j));
  }
  return hashes;
}

/** FNV-1a over the word without the letters at `i` and `j`. */
function hash(word: string, i: number, j: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    if (at !== i && at !== j) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  }
  return value ^ (value >>> 15);
}
