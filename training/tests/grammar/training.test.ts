import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Grammar } from '../../../server/prose/grammar/grammar.js';
import { finiteMainVerb } from '../../../server/prose/grammar/morphology.js';
import { PACKING, RECIPE, learnGrammar } from '../../grammar/learnGrammar.js';
import { measure } from '../../grammar/score.js';
import { readWeights, writeWeights } from '../../../server/prose/grammar/weightsFile.js';
import { OWN_TREEBANK } from './ownTreebank.js';

const NO_LEXICON = { keys: new Int32Array(0), values: new Uint32Array(0) };
const RECIPE_IN_SMALL = {
  ...RECIPE,
  seeds: [1, 2],
  shares: 2,
  tagRounds: 4,
  moveRounds: 4,
  beamRounds: 2,
  tagPatience: 1,
  treePatience: 1,
};
const ALL_OF_IT = { ...PACKING, leastOfTags: 1, leastOfMoves: 1, leastOfRelations: 1 };

function trained(): Uint8Array {
  const learnt = learnGrammar(OWN_TREEBANK, NO_LEXICON, RECIPE_IN_SMALL, () => undefined);
  return writeWeights(learnt.pack(ALL_OF_IT));
}

describe('training', function () {
  this.timeout(60_000);

  it('learns a hundred sentences by heart, and sentences like them', () => {
    const grammar = new Grammar(readWeights(trained()));
    const score = measure(grammar, OWN_TREEBANK);
    assert.ok(score.upos > 0.99, `UPOS ${score.upos}`);
    assert.ok(score.las > 0.99, `LAS ${score.las}`);
    assert.equal(score.mainVerbs, 1);
    const analysis = grammar.analyse(['The', 'harbour', 'has', 'studied', 'the', 'comets', '.']);
    assert.deepEqual(
      analysis.words.map((_, index) => analysis.head(index)),
      [1, 3, 3, -1, 5, 3, 3],
    );
    assert.equal(analysis.relation(5), 'obj');
    assert.equal(finiteMainVerb(analysis), 2);
  });

  it('gives the same weights twice, to the byte', () => {
    assert.deepEqual(trained(), trained());
  });
});
