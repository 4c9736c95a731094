import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { firstProblems } from '../../server/reference/problems.js';

const mistakes = Array.from({ length: 1500 }, (_, line) => ({ line, message: `No. ${line}.` }));

describe('the mistakes of a file', () => {
  it('are all told where they are few', () => {
    for (const count of [0, 1, 100, 101]) {
      assert.deepEqual(firstProblems(mistakes.slice(0, count)), mistakes.slice(0, count));
    }
  });

  it('are counted from the hundredth on where they are many', () => {
    const told = firstProblems(mistakes);
    assert.deepEqual(told.slice(0, 100), mistakes.slice(0, 100));
    assert.deepEqual(told.slice(100), [
      { line: 100, message: '1,400 more mistakes in this file are not told one by one.' },
    ]);
  });
});
