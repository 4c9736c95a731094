/** The part of a row besides its numbers: the factor by which they are multiplied, in 32 bits. */
const FACTOR_BYTES = 4;

/**
 * The rows of the pieces of a vocabulary in eight bits, which readers on one base share. The file
 * has the numbers of all rows, then the factor of each, little-endian (see
 * `training/readers/rows.py`).
 */
export class PieceTable {
  /** The length of a row. */
  readonly width: number;
  readonly #numbers: Int8Array;
  readonly #factors: Float32Array;

  /** Throws an `Error` if the size of the file does not match the number and length of the rows. */
  constructor(file: Uint8Array, pieces: number, width: number) {
    const size = pieces * (width + FACTOR_BYTES);
    if (file.length !== size)
      throw new Error(`the table of pieces has ${file.length} bytes instead of ${size}`);
    this.width = width;
    this.#numbers = new Int8Array(file.buffer, file.byteOffset, pieces * width);
    // A copy begins at an address where such an array may begin.
    this.#factors = new Float32Array(new Uint8Array(file.subarray(pieces * width)).buffer);
  }

  /**
   * The rows of pieces, one after the other; a piece that the table does not have is a row of
   * zeros.
   */
  rowsOf(ids: readonly number[]): Float32Array {
    const { width } = this;
    const rows = new Float32Array(ids.length * width);
    for (const [index, id] of ids.entries()) {
      const factor = this.#factors[id] ?? 0;
      for (let column = 0; column < width; column++)
        rows[index * width + column] = (this.#numbers[id * width + column] ?? 0) * factor;
    }
    return rows;
  }
}
