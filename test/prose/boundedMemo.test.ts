import assert from 'node:assert/strict';
import { boundedMemo } from '../../server/prose/boundedMemo.js';

describe('what is remembered', () => {
  it('is found once', () => {
    const asked: string[] = [];
    const upper = boundedMemo((word) => {
      asked.push(word);
      return word.toUpperCase();
    });
    assert.deepEqual(['a', 'b', 'a'].map(upper), ['A', 'B', 'A']);
    assert.deepEqual(asked, ['a', 'b']);
  });

  it('is given up where there are too many', () => {
    const asked: string[] = [];
    const same = boundedMemo((word) => {
      asked.push(word);
      return word;
    }, 2);
    for (const word of ['a', 'b', 'c', 'c', 'a']) same(word);
    assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
  });
});
