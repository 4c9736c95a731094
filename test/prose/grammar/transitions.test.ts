import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { moveCosts } from '../../../training/grammar/oracle.js';
import { MOVES, ParseState, SHIFT } from '../../../server/prose/grammar/transitions.js';

/**
 * The heads that result if each move minimises cost, preferring the first or the last of equal
 * moves.
 */
function parseBy(heads: readonly number[], order: readonly number[]): number[] {
  const gold = Int32Array.from(heads);
  const costs = new Int32Array(MOVES);
  const state = new ParseState();
  state.begin(heads.length);
  while (!state.finished) {
    moveCosts(state, gold, costs);
    const allowed = order.filter((move) => (costs[move] ?? -1) >= 0);
    const move = allowed.reduce((a, b) => ((costs[b] ?? 0) < (costs[a] ?? 0) ? b : a));
    if (move === SHIFT) state.shift();
    else state.attach(move, 0);
  }
  return [...state.heads.subarray(0, heads.length)];
}

describe('the transition system', () => {
  // “The jury found the harbour pilot guilty .” and others; the number of words is the root.
  const trees = [
    [1, 2, 8, 5, 5, 2, 2, 2],
    [1],
    [1, 2, 3],
    [3, 0, 0],
    [4, 0, 3, 1],
    [2, 2, 5, 2, 3],
  ];

  it('reaches every projective tree, whichever of equal moves is taken', () => {
    for (const tree of trees) {
      assert.deepEqual(parseBy(tree, [0, 1, 2]), tree);
      assert.deepEqual(parseBy(tree, [2, 1, 0]), tree);
    }
  });

  it('ends in a tree with one root if arcs cross', () => {
    const heads = parseBy([2, 3, 4, 4], [0, 1, 2]);
    assert.equal(heads.filter((head) => head === 4).length, 1);
  });
});
