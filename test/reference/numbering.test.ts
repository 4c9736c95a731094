import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Numbering } from '../../server/reference/numbering.js';

describe('keys that are numbered', () => {
  it('are numbered from 0, each once, in the order in which they come', () => {
    const numbering = new Numbering();
    const keys = [7, 0, 2 ** 32 - 1, 7, 0, 1024, 2048];
    assert.deepEqual(
      keys.map((key) => numbering.give(key)),
      [0, 1, 2, 0, 1, 3, 4],
    );
    assert.equal(numbering.size, 5);
    assert.equal(numbering.of(2 ** 32 - 1), 2);
  });

  it('have no number that were never given one', () => {
    const numbering = new Numbering();
    assert.equal(numbering.of(0), undefined);
    numbering.give(3);
    assert.equal(numbering.of(0), undefined);
  });

  it('keep their numbers however many come', () => {
    const numbering = new Numbering();
    const keys = Array.from({ length: 5_000 }, (_, index) => (index * 2_654_435_761) % 2 ** 32);
    for (const [index, key] of keys.entries()) assert.equal(numbering.give(key), index);
    for (const [index, key] of keys.entries()) assert.equal(numbering.of(key), index);
  });
});
