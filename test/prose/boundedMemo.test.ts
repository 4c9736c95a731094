import assert from 'node:assert/strict';
import { boundedMemo } from '../../server/prose/boundedMemo.js';

describe('boundedMemo', () => {
  it('computes each value once', () => {
    const calls: string[] = [];
    const upper = boundedMemo((word) => {
      calls.push(word);
      return word.toUpperCase();
    });
    assert.deepEqual(['a', 'b', 'a'].map(upper), ['A', 'B', 'A']);
    assert.deepEqual(calls, ['a', 'b']);
  });

  it('discards its values when there are too many', () => {
    const calls: string[] = [];
    const same = boundedMemo((word) => {
      calls.push(word);
      return word;
    }, 2);
    for (const word of ['a', 'b', 'c', 'c', 'a']) same(word);
    assert.deepEqual(calls, ['a', 'b', 'c', 'a']);
  });
});
