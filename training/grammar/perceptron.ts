import type { Classifier, ClassifierWeights } from '../../server/prose/grammar/classifier.js';

/** The initial capacity of a feature: most have weights for two classes. */
const FIRST_ROOM = 2;

/**
 * An averaged perceptron in training (Collins 2002), over hashed features with few classes each. A
 * weight with fewer than `patience` updates is not used yet, which filters out accidental features
 * (Goldberg and Elhadad 2011).
 */
export class Perceptron implements Classifier {
  readonly classes: number;
  readonly #patience: number;
  #mask: number;
  #count = 0;
  #keys: Int32Array;
  #starts: Int32Array;
  #sizes: Uint8Array;
  #rooms: Uint8Array;
  #used = 0;
  #labels: Uint8Array;
  /** The weights in use. */
  #active: Float32Array;
  #weights: Float32Array;
  #totals: Float64Array;
  #stamps: Int32Array;
  #updates: Uint8Array;
  #time = 0;

  constructor(classes: number, patience: number) {
    this.classes = classes;
    this.#patience = patience;
    const slots = 2 ** 16;
    this.#mask = slots - 1;
    this.#keys = new Int32Array(slots);
    this.#starts = new Int32Array(slots);
    this.#sizes = new Uint8Array(slots);
    this.#rooms = new Uint8Array(slots);
    this.#labels = new Uint8Array(slots * 2);
    this.#active = new Float32Array(slots * 2);
    this.#weights = new Float32Array(slots * 2);
    this.#totals = new Float64Array(slots * 2);
    this.#stamps = new Int32Array(slots * 2);
    this.#updates = new Uint8Array(slots * 2);
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const keys = this.#keys;
    const starts = this.#starts;
    const sizes = this.#sizes;
    const labels = this.#labels;
    const active = this.#active;
    const mask = this.#mask;
    scores.fill(0, 0, this.classes);
    for (let index = 0; index < count; index++) {
      const key = features[index] ?? 0;
      let slot = key & mask;
      while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
      if (keys[slot] === 0) continue;
      const start = starts[slot] ?? 0;
      const end = start + (sizes[slot] ?? 0);
      for (let at = start; at < end; at++) {
        const label = labels[at] ?? 0;
        scores[label] = (scores[label] ?? 0) + (active[at] ?? 0);
      }
    }
  }

  /** Advances the clock for averaging; called once for each decision. */
  tick(): void {
    this.#time++;
  }

  /** Adds `by` to the weight of each feature for a class. */
  update(features: Int32Array, count: number, label: number, by: number): void {
    for (let index = 0; index < count; index++) {
      const at = this.#entry(features[index] ?? 0, label);
      const weight = this.#weights[at] ?? 0;
      this.#totals[at] = (this.#totals[at] ?? 0) + weight * (this.#time - (this.#stamps[at] ?? 0));
      this.#stamps[at] = this.#time;
      this.#weights[at] = weight + by;
      const updates = Math.min(255, (this.#updates[at] ?? 0) + 1);
      this.#updates[at] = updates;
      if (updates >= this.#patience) this.#active[at] = weight + by;
    }
  }

  /** The averaged weights as integers, `scale` units to 1, without those below `least`. */
  weights(scale: number, least: number): ClassifierWeights {
    const slots: number[] = [];
    for (let slot = 0; slot <= this.#mask; slot++) if (this.#keys[slot] !== 0) slots.push(slot);
    slots.sort((a, b) => (this.#keys[a] ?? 0) - (this.#keys[b] ?? 0));
    const keys: number[] = [];
    const sizes: number[] = [];
    const labels: number[] = [];
    const values: number[] = [];
    for (const slot of slots) {
      let size = 0;
      const start = this.#starts[slot] ?? 0;
      for (let at = start; at < start + (this.#sizes[slot] ?? 0); at++) {
        if ((this.#updates[at] ?? 0) < this.#patience) continue;
        const total =
          (this.#totals[at] ?? 0) +
          (this.#weights[at] ?? 0) * (this.#time - (this.#stamps[at] ?? 0));
        const value = Math.round((total / this.#time) * scale);
        if (Math.abs(value) < least) continue;
        labels.push(this.#labels[at] ?? 0);
        values.push(Math.max(-127, Math.min(127, value)));
        size++;
      }
      if (size === 0) continue;
      keys.push(this.#keys[slot] ?? 0);
      sizes.push(size);
    }
    return {
      classes: this.classes,
      keys: Int32Array.from(keys),
      sizes: Uint8Array.from(sizes),
      labels: Uint8Array.from(labels),
      values: Int8Array.from(values),
    };
  }

  #slot(key: number): number {
    let slot = key & this.#mask;
    while (this.#keys[slot] !== key && this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #entry(key: number, label: number): number {
    let slot = this.#slot(key);
    if (this.#keys[slot] === 0) {
      if (++this.#count * 2 > this.#mask) {
        this.#growTable();
        slot = this.#slot(key);
      }
      this.#keys[slot] = key;
      this.#starts[slot] = this.#take(FIRST_ROOM);
      this.#rooms[slot] = FIRST_ROOM;
    }
    const start = this.#starts[slot] ?? 0;
    const size = this.#sizes[slot] ?? 0;
    for (let at = start; at < start + size; at++) if (this.#labels[at] === label) return at;
    if (size === this.#rooms[slot]) this.#move(slot);
    const at = (this.#starts[slot] ?? 0) + size;
    this.#labels[at] = label;
    this.#stamps[at] = this.#time;
    this.#sizes[slot] = size + 1;
    return at;
  }

  /** Doubles the capacity of a feature. */
  #move(slot: number): void {
    const from = this.#starts[slot] ?? 0;
    const size = this.#sizes[slot] ?? 0;
    const room = Math.min(this.classes, size * 2);
    const to = this.#take(room);
    this.#labels.copyWithin(to, from, from + size);
    this.#active.copyWithin(to, from, from + size);
    this.#weights.copyWithin(to, from, from + size);
    this.#totals.copyWithin(to, from, from + size);
    this.#stamps.copyWithin(to, from, from + size);
    this.#updates.copyWithin(to, from, from + size);
    this.#starts[slot] = to;
    this.#rooms[slot] = room;
  }

  #take(room: number): number {
    const start = this.#used;
    this.#used += room;
    if (this.#used > this.#labels.length) {
      const size = this.#labels.length * 2;
      this.#labels = grown(this.#labels, new Uint8Array(size));
      this.#active = grown(this.#active, new Float32Array(size));
      this.#weights = grown(this.#weights, new Float32Array(size));
      this.#totals = grown(this.#totals, new Float64Array(size));
      this.#stamps = grown(this.#stamps, new Int32Array(size));
      this.#updates = grown(this.#updates, new Uint8Array(size));
    }
    return start;
  }

  #growTable(): void {
    const before = {
      keys: this.#keys,
      starts: this.#starts,
      sizes: this.#sizes,
      rooms: this.#rooms,
    };
    const slots = (this.#mask + 1) * 2;
    this.#mask = slots - 1;
    this.#keys = new Int32Array(slots);
    this.#starts = new Int32Array(slots);
    this.#sizes = new Uint8Array(slots);
    this.#rooms = new Uint8Array(slots);
    for (let old = 0; old < before.keys.length; old++) {
      const key = before.keys[old] ?? 0;
      if (key === 0) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#starts[slot] = before.starts[old] ?? 0;
      this.#sizes[slot] = before.sizes[old] ?? 0;
      this.#rooms[slot] = before.rooms[old] ?? 0;
    }
  }
}

function grown<T extends Uint8Array | Float32Array | Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
