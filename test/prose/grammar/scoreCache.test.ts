import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ScoreCache } from '../../../server/prose/grammar/scoreCache.js';

const values = (...numbers: number[]): Int32Array => Int32Array.from(numbers);

describe('a score cache', () => {
  it('returns the entry for values and when they were last queried', () => {
    const cache = new ScoreCache(16, 2);
    assert.equal(cache.find(values(1, 2), 5), 0);
    cache.store(0, -7);
    cache.store(1, 9);
    assert.equal(cache.find(values(2, 1), 6), 0);
    assert.equal(cache.find(values(1, 2), 7), 5);
    assert.deepEqual([cache.valueAt(0), cache.valueAt(1)], [-7, 9]);
    assert.equal(cache.find(values(1, 2), 8), 7);
  });

  it('never confuses values, however few slots it has', () => {
    const cache = new ScoreCache(2, 1);
    for (let round = 1; round <= 3; round++) {
      for (let value = 0; value < 50; value++) {
        if (cache.find(values(value), round) === 0) cache.store(0, value);
        assert.equal(cache.valueAt(0), value);
      }
    }
  });

  it('drops earlier entries when invalidated', () => {
    const cache = new ScoreCache(16, 1);
    cache.find(values(1), 1);
    cache.store(0, 3);
    cache.invalidate(2);
    assert.equal(cache.find(values(1), 2), 0);
    cache.store(0, 4);
    assert.equal(cache.find(values(1), 3), 2);
    assert.equal(cache.valueAt(0), 4);
  });
});
