import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { GAP_KINDS } from '../../../../server/checks/sentences/gaps/gapKinds.js';
import { gapModel } from '../../../../server/checks/sentences/gaps/gapModel.js';
import { grammar } from '../../../../server/prose/grammar/grammar.js';

describe('the gap model', () => {
  const words = ['The', 'mill', 'old', 'and', 'draughty', '.'];

  it('gives each gap probabilities that add up to 1', () => {
    const gaps = gapModel().predict(grammar().analyse(words));
    for (const at of words.keys()) {
      const sum = gaps.probability(at, ...GAP_KINDS);
      assert.ok(Math.abs(sum - 1) < 1e-3, `${sum}`);
    }
  });

  it('finds the missing verb', () => {
    const { at } = gapModel().predict(grammar().analyse(words)).mostLikely('be', 'verb');
    assert.equal(at, 2);
  });

  it('gives no probability outside the sentence or without a kind', () => {
    const gaps = gapModel().predict(grammar().analyse(words));
    assert.equal(gaps.probability(-1, ...GAP_KINDS), 0);
    assert.equal(gaps.probability(words.length, ...GAP_KINDS), 0);
    assert.deepEqual(gaps.mostLikely(), { at: 0, probability: 0 });
  });
});
