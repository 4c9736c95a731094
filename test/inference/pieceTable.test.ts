import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PieceTable } from '../../server/inference/pieceTable.js';

/** Two rows of three, and their factors. */
const FILE = Buffer.concat([
  Buffer.from(Int8Array.of(1, -2, 127, 3, 0, -128).buffer),
  Buffer.from(Float32Array.of(0.5, 2).buffer),
]);

describe('the table of pieces', () => {
  it('returns rows, multiplied by their factors', () => {
    const rows = new PieceTable(FILE, 2, 3).rowsOf([1, 0, 1]);
    assert.deepEqual([...rows], [6, 0, -256, 0.5, -1, 63.5, 6, 0, -256]);
  });

  it('is read from any offset of a buffer', () => {
    const moved = Buffer.concat([Buffer.from('x'), FILE]).subarray(1);
    assert.deepEqual([...new PieceTable(moved, 2, 3).rowsOf([0])], [0.5, -1, 63.5]);
  });

  it('is rejected if bytes are missing, even half of them', () => {
    const half = FILE.subarray(0, FILE.length / 2);
    assert.throws(() => new PieceTable(half, 2, 3), /has 7 bytes instead of 14/u);
    assert.throws(() => new PieceTable(FILE.subarray(1), 2, 3), /13 bytes instead of 14/u);
  });
});
