import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { limitProblems } from '../../server/reference/problems.js';

const problems = Array.from({ length: 1500 }, (_, line) => ({ line, message: `No. ${line}.` }));

describe('the problems of a file', () => {
  it('are all reported if they are few', () => {
    for (const count of [0, 1, 100, 101]) {
      assert.deepEqual(limitProblems(problems.slice(0, count)), problems.slice(0, count));
    }
  });

  it('are only counted after the first hundred', () => {
    const reported = limitProblems(problems);
    assert.deepEqual(reported.slice(0, 100), problems.slice(0, 100));
    assert.deepEqual(reported.slice(100), [
      { line: 100, message: '1,400 more problems in this file are not listed.' },
    ]);
  });
});
