import { KEY_BITS } from './hashing.js';

/**
 * The features of one kind of decision. A template lists the values that are combined into a
 * feature (`s0t b0w`: the tag on top of the stack and the next word); templates are compiled into
 * two arrays of numbers, so that computing the keys is one tight loop.
 */
export class Templates {
  /** The number of features per decision. */
  readonly count: number;
  readonly #seeds: Int32Array;
  /** The values of all templates in sequence, and the end of each template. */
  readonly #parts: Int32Array;
  readonly #ends: Int32Array;

  /**
   * `names` are the values in the order in which they are passed. Throws if a template uses any
   * other name.
   */
  constructor(names: readonly string[], templates: readonly string[]) {
    const parts = templates.map((template) =>
      template.split(' ').map((name) => {
        const place = names.indexOf(name);
        if (place < 0) throw new RangeError(`no value is called ${name}`);
        return place;
      }),
    );
    this.count = templates.length;
    this.#seeds = Int32Array.from(templates, (_, index) => Math.imul(index + 1, 0x9e3779b1));
    this.#parts = Int32Array.from(parts.flat());
    this.#ends = new Int32Array(templates.length);
    let end = 0;
    for (const [index, part] of parts.entries()) this.#ends[index] = end += part.length;
  }

  /**
   * Writes the key of each feature; overwrites `values`. The mixing is that of Murmur3 (Appleby
   * 2011).
   */
  keys(values: Int32Array, keys: Int32Array): number {
    const seeds = this.#seeds;
    const parts = this.#parts;
    const ends = this.#ends;
    for (let index = 0; index < values.length; index++) {
      values[index] = Math.imul(values[index] ?? 0, 0xcc9e2d51);
    }
    let at = 0;
    for (let index = 0; index < this.count; index++) {
      let h = seeds[index] ?? 0;
      const end = ends[index] ?? 0;
      for (; at < end; at++) {
        h = Math.imul(h ^ (values[parts[at] ?? 0] ?? 0), 0x1b873593);
        h ^= h >>> 15;
      }
      h = Math.imul(h, 0x85ebca6b);
      keys[index] = (h ^ (h >>> 16)) >>> (32 - KEY_BITS) || 1;
    }
    return this.count;
  }
}
