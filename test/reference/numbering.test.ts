import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { KeyNumbering } from '../../server/reference/numbering.js';

describe('numbered keys', () => {
  it('are numbered from 0 in order of first appearance', () => {
    const numbering = new KeyNumbering();
    const keys = [7, 0, 2 ** 32 - 1, 7, 0, 1024, 2048];
    assert.deepEqual(
      keys.map((key) => numbering.getOrAdd(key)),
      [0, 1, 2, 0, 1, 3, 4],
    );
    assert.equal(numbering.size, 5);
    assert.equal(numbering.get(2 ** 32 - 1), 2);
  });

  it('have no number before they are added', () => {
    const numbering = new KeyNumbering();
    assert.equal(numbering.get(0), undefined);
    numbering.getOrAdd(3);
    assert.equal(numbering.get(0), undefined);
  });

  it('keep their numbers as more keys are added', () => {
    const numbering = new KeyNumbering();
    const keys = Array.from({ length: 5_000 }, (_, index) => (index * 2_654_435_761) % 2 ** 32);
    for (const [index, key] of keys.entries()) assert.equal(numbering.getOrAdd(key), index);
    for (const [index, key] of keys.entries()) assert.equal(numbering.get(key), index);
  });
});
