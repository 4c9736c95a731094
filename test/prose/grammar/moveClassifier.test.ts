import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MOVE_PLACES, MoveClassifier } from '../../../server/prose/grammar/moveClassifier.js';

/** Places at the edges of groups, side by side, far apart, and the last one. */
const PLACES = [0, 7, 8, 9, 15, 16, 1_000, 1_001, MOVE_PLACES - 9, MOVE_PLACES - 1];
const CLASSIFIER = new MoveClassifier({
  places: Int32Array.from(PLACES),
  shift: Int8Array.from(PLACES, (_, at) => at * 3 - 10),
  left: Int8Array.from(PLACES, (_, at) => 127 - at),
  right: Int8Array.from(PLACES, (_, at) => at - 128),
});

function scoresOf(...features: readonly number[]): readonly number[] {
  const scores = new Float64Array(3);
  CLASSIFIER.score(Int32Array.from(features), features.length, scores);
  return [...scores];
}

describe('the classifier of moves', () => {
  it('has each place’s own weights', () => {
    for (const [at, place] of PLACES.entries()) {
      assert.deepEqual(scoresOf(place), [at * 3 - 10, 127 - at, at - 128], `place ${place}`);
    }
  });

  it('has none where there are none', () => {
    assert.deepEqual(scoresOf(1, 6, 10, 14, 17, 999, 1_002, MOVE_PLACES - 2), [0, 0, 0]);
  });

  it('adds up, and takes a hash of any size or sign for a place', () => {
    assert.deepEqual(scoresOf(7, 8, 10), [-7 - 4, 126 + 125, -127 - 126]);
    assert.deepEqual(scoresOf(MOVE_PLACES + 9, 9 - MOVE_PLACES), [-2, 248, -250]);
  });
});
