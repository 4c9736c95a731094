import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Place, nextMark } from '../../client/nextMark.js';

const at = (line: number, character: number): Place => ({ line, character });

describe('the next mark', () => {
  const marks = [at(3, 2), at(1, 8), at(1, 4), at(1, 4)];

  it('is the next after the cursor, and after the last the first', () => {
    assert.deepEqual(nextMark(marks, at(0, 0), 'next'), at(1, 4));
    assert.deepEqual(nextMark(marks, at(1, 4), 'next'), at(1, 8));
    assert.deepEqual(nextMark(marks, at(1, 9), 'next'), at(3, 2));
    assert.deepEqual(nextMark(marks, at(3, 2), 'next'), at(1, 4));
  });

  it('is the previous one on the way back, even if it is around the cursor', () => {
    assert.deepEqual(nextMark(marks, at(3, 5), 'previous'), at(3, 2));
    assert.deepEqual(nextMark(marks, at(3, 2), 'previous'), at(1, 8));
    assert.deepEqual(nextMark(marks, at(1, 4), 'previous'), at(3, 2));
  });

  it('does not exist without marks', () => {
    assert.equal(nextMark<Place>([], at(0, 0), 'next'), undefined);
    assert.equal(nextMark<Place>([], at(0, 0), 'previous'), undefined);
  });
});
