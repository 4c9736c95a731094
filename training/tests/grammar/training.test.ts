import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Grammar } from '../../../server/prose/grammar/grammar.js';
import { finiteMainVerb } from '../../../server/prose/grammar/morphology.js';
import { PACKING, RECIPE, learnGrammar } from '../../grammar/learnGrammar.js';
import { measureGrammar } from '../../grammar/score.js';
import { readWeights, writeWeights } from '../../../server/prose/grammar/weightsFile.js';
import { OWN_TREEBANK } from './ownTreebank.js';

const NO_LEXICON = { keys: new Int32Array(0), values: new Uint32Array(0) };
const SMALL_RECIPE = {
  ...RECIPE,
  seeds: [1, 2],
  shares: 2,
  tagRounds: 4,
  moveRounds: 4,
  beamRounds: 2,
  tagPatience: 1,
  treePatience: 1,
};
const KEEP_ALL = { ...PACKING, minTagWeight: 1, minMoveSpread: 1, minRelationWeight: 1 };

function trained(): Uint8Array {
  const learned = learnGrammar(OWN_TREEBANK, NO_LEXICON, SMALL_RECIPE, () => undefined);
  return writeWeights(learned.pack(KEEP_ALL));
}

describe('training the grammar', function () {
  this.timeout(60_000);

  it('reproduces all but six arcs of its training sentences and parses a similar one', () => {
    const grammar = new Grammar(readWeights(trained()));
    const score = measureGrammar(grammar, OWN_TREEBANK);
    assert.equal(score.upos, 1);
    assert.equal(score.las, 624 / 630);
    assert.equal(score.mainVerbs, 1);
    const analysis = grammar.analyse(['The', 'harbour', 'has', 'studied', 'the', 'comets', '.']);
    assert.deepEqual(
      analysis.words.map((_, index) => analysis.head(index)),
      [1, 3, 3, -1, 5, 3, 3],
    );
    assert.equal(analysis.relation(5), 'obj');
    assert.equal(finiteMainVerb(analysis), 2);
  });

  it('gives the same weights twice, byte for byte', () => {
    assert.deepEqual(trained(), trained());
  });
});
