import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changeBetween } from '../../server/prose/change.js';

describe('the change between two versions', () => {
  it('is the part that differs', () => {
    assert.deepEqual(changeBetween('The wall fell.', 'The old wall fell.'), {
      start: 4,
      oldEnd: 4,
      newEnd: 8,
    });
    assert.deepEqual(changeBetween('', 'Now.'), { start: 0, oldEnd: 0, newEnd: 4 });
  });

  it('is empty if nothing differs', () => {
    assert.deepEqual(changeBetween('same', 'same'), { start: 4, oldEnd: 4, newEnd: 4 });
  });

  it('counts nothing twice if the added text resembles the text next to it', () => {
    assert.deepEqual(changeBetween('aaa', 'aaaaa'), { start: 3, oldEnd: 3, newEnd: 5 });
    assert.deepEqual(changeBetween('aaaaa', 'aaa'), { start: 3, oldEnd: 5, newEnd: 3 });
  });

  it('is exact in a long text', () => {
    for (const at of [0, 1, 1023, 1024, 1025, 4000, 5000]) {
      const [head, tail] = ['abc'.repeat(2000).slice(0, at), 'xyz'.repeat(2000).slice(at)];
      assert.deepEqual(changeBetween(`${head}-${tail}`, `${head}+?${tail}`), {
        start: at,
        oldEnd: at + 1,
        newEnd: at + 2,
      });
    }
  });
});
