/** A map from non-zero keys to numbers in two typed arrays (open addressing). */
export class NumberTable {
  readonly #mask: number;
  readonly #keys: Int32Array;
  readonly #values: Uint32Array;

  /** `keys` are distinct and non-zero; `values` are parallel to them. */
  constructor(keys: Int32Array, values: ArrayLike<number>) {
    const slots = 2 ** Math.ceil(Math.log2(keys.length * 1.3 + 2));
    const mask = slots - 1;
    const [tableKeys, tableValues] = [new Int32Array(slots), new Uint32Array(slots)];
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0;
      let slot = key & mask;
      while (tableKeys[slot] !== 0) slot = (slot + 1) & mask;
      tableKeys[slot] = key;
      tableValues[slot] = values[index] ?? 0;
    }
    this.#mask = mask;
    this.#keys = tableKeys;
    this.#values = tableValues;
  }

  /** The number of a key; 0 if it has none. */
  get(key: number): number {
    let slot = key & this.#mask;
    while (this.#keys[slot] !== key) {
      if (this.#keys[slot] === 0) return 0;
      slot = (slot + 1) & this.#mask;
    }
    return this.#values[slot] ?? 0;
  }

  /** The size of its tables in bytes. */
  get bytes(): number {
    return this.#keys.byteLength + this.#values.byteLength;
  }
}
