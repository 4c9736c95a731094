import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Memo } from '../../../server/prose/grammar/memo.js';

const values = (...numbers: number[]): Int32Array => Int32Array.from(numbers);

describe('a memo', () => {
  it('knows the answer to values, and when they were asked for last', () => {
    const memo = new Memo(16, 2);
    assert.equal(memo.find(values(1, 2), 5), 0);
    memo.keep(0, -7);
    memo.keep(1, 9);
    assert.equal(memo.find(values(2, 1), 6), 0);
    assert.equal(memo.find(values(1, 2), 7), 5);
    assert.deepEqual([memo.answer(0), memo.answer(1)], [-7, 9]);
    assert.equal(memo.find(values(1, 2), 8), 7);
  });

  it('takes no answer for that of other values, however few its places are', () => {
    const memo = new Memo(2, 1);
    for (let round = 1; round <= 3; round++) {
      for (let value = 0; value < 50; value++) {
        if (memo.find(values(value), round) === 0) memo.keep(0, value);
        assert.equal(memo.answer(0), value);
      }
    }
  });

  it('forgets what was asked for before', () => {
    const memo = new Memo(16, 1);
    memo.find(values(1), 1);
    memo.keep(0, 3);
    memo.forget(2);
    assert.equal(memo.find(values(1), 2), 0);
    memo.keep(0, 4);
    assert.equal(memo.find(values(1), 3), 2);
    assert.equal(memo.answer(0), 4);
  });
});
