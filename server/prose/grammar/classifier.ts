import { KEY_BITS } from './hashing.js';

/**
 * Scores classes by the features that are present. Implemented by both the trained and the shipped
 * model.
 */
export interface Classifier {
  /** The number of classes. */
  readonly classes: number;
  /**
   * Writes each class's score into `scores`: the sum of its weights over the first `count` keys of
   * `features`.
   */
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

/**
 * Weights in the form in which they are shipped: for each feature, in ascending order of keys, the
 * classes that have a weight.
 */
export interface ClassifierWeights {
  readonly classes: number;
  readonly keys: Int32Array;
  /** The number of classes that each feature has a weight for. */
  readonly sizes: Uint8Array;
  /** Classes of the first feature, then of the second, and so on. */
  readonly labels: Uint8Array;
  readonly values: Int8Array;
}

/** Table slots per key; empty slots end a search. */
const ROOM = 1.3;
/** Slots after the last one for keys displaced by earlier ones: far more than any run is long. */
const SPILL = 4096;

/**
 * A linear classifier over hashed features: an open-addressing table of keys, each with the classes
 * it has weights for. Weights are integers, so scores are the same on every machine.
 */
export class LinearClassifier implements Classifier {
  readonly classes: number;
  /**
   * Slots per key value: a key's slot is proportional to the key, so the table is filled in order.
   */
  readonly #scale: number;
  /**
   * Two numbers per slot: the key; then the start of its classes, with their count in the low 8
   * bits.
   */
  readonly #table: Int32Array;
  /** A class and its weight in one number, eight bits each. */
  readonly #entries: Int16Array;

  /** Throws a `RangeError` if the keys are clustered, which hashed keys never are. */
  constructor({ classes, keys, sizes, labels, values }: ClassifierWeights) {
    this.classes = classes;
    const entries = new Int16Array(labels.length);
    for (let at = 0; at < labels.length; at++) {
      entries[at] = ((labels[at] ?? 0) << 8) | ((values[at] ?? 0) & 255);
    }
    this.#entries = entries;
    const slots = Math.ceil(keys.length * ROOM) + 1;
    const scale = slots / 2 ** KEY_BITS;
    this.#scale = scale;
    // In ascending order, no key is placed before the previous one: filling needs no search.
    const table = new Int32Array((slots + SPILL) * 2);
    let start = 0;
    let slot = -1;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0;
      const size = sizes[index] ?? 0;
      slot = Math.max(slot + 1, (key * scale) | 0);
      table[slot * 2] = key;
      table[slot * 2 + 1] = (start << 8) | size;
      start += size;
    }
    if (slot >= slots + SPILL - 1) throw new RangeError('the keys of the weights crowd');
    this.#table = table;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const scale = this.#scale;
    const table = this.#table;
    const entries = this.#entries;
    for (let label = 0; label < this.classes; label++) scores[label] = 0;
    for (let index = 0; index < count; index++) {
      const key = features[index] ?? 0;
      let slot = ((key * scale) | 0) * 2;
      let found = table[slot] ?? 0;
      while (found !== key && found !== 0) {
        slot += 2;
        found = table[slot] ?? 0;
      }
      if (found === 0) continue;
      const row = table[slot + 1] ?? 0;
      const end = (row >>> 8) + (row & 255);
      for (let at = row >>> 8; at < end; at++) {
        const entry = entries[at] ?? 0;
        const label = entry >> 8;
        scores[label] = (scores[label] ?? 0) + ((entry << 24) >> 24);
      }
    }
  }

  /** The size of its tables in bytes. */
  get bytes(): number {
    return this.#table.byteLength + this.#entries.byteLength;
  }
}
