import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MOVE_SLOTS, MoveClassifier } from '../../../server/prose/grammar/moveClassifier.js';

/** Slots at the edges of groups, adjacent, far apart, and the last one. */
const SLOTS = [0, 7, 8, 9, 15, 16, 1_000, 1_001, MOVE_SLOTS - 9, MOVE_SLOTS - 1];
const CLASSIFIER = new MoveClassifier({
  slots: Int32Array.from(SLOTS),
  shift: Int8Array.from(SLOTS, (_, at) => at * 3 - 10),
  left: Int8Array.from(SLOTS, (_, at) => 127 - at),
  right: Int8Array.from(SLOTS, (_, at) => at - 128),
});

function scoresOf(...features: readonly number[]): readonly number[] {
  const scores = new Float64Array(3);
  CLASSIFIER.score(Int32Array.from(features), features.length, scores);
  return [...scores];
}

describe('the move classifier', () => {
  it('finds each slot’s own weights', () => {
    for (const [at, slot] of SLOTS.entries()) {
      assert.deepEqual(scoresOf(slot), [at * 3 - 10, 127 - at, at - 128], `slot ${slot}`);
    }
  });

  it('finds none in empty slots', () => {
    assert.deepEqual(scoresOf(1, 6, 10, 14, 17, 999, 1_002, MOVE_SLOTS - 2), [0, 0, 0]);
  });

  it('adds up weights and accepts hashes of any size or sign', () => {
    assert.deepEqual(scoresOf(7, 8, 10), [-7 - 4, 126 + 125, -127 - 126]);
    assert.deepEqual(scoresOf(MOVE_SLOTS + 9, 9 - MOVE_SLOTS), [-2, 248, -250]);
  });
});
