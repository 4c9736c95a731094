import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { grammar } from '../../../../server/prose/grammar/grammar.js';
import { finiteMainVerb } from '../../../../server/prose/grammar/morphology.js';
import { Random } from '../../../../training/grammar/random.js';
import { gapInput } from '../../../../server/checks/sentences/gaps/gapFeatures.js';
import { GAP_KINDS } from '../../../../server/checks/sentences/gaps/gapKinds.js';
import { GapModel, gapModel } from '../../../../server/checks/sentences/gaps/gapModel.js';
import { damagedCopies } from '../../../../training/gaps/damage.js';
import { learnGaps } from '../../../../training/gaps/learnGaps.js';
import { OWN_TREEBANK } from '../../../../training/tests/grammar/ownTreebank.js';

const COPIES = OWN_TREEBANK.flatMap((sentence, index) =>
  damagedCopies(sentence, OWN_TREEBANK[index + 1], new Random(index + 1)),
);

function learnt(): GapModel {
  const examples = [
    ...OWN_TREEBANK.map(({ words }) => ({ words: words.map(({ form }) => form), at: 0, kind: 0 })),
    ...COPIES.map(({ words, at, kind }) => ({ words, at, kind: GAP_KINDS.indexOf(kind) })),
  ].map(({ words, at, kind }) => {
    const analysis = grammar().analyse(words);
    return { input: gapInput(analysis, finiteMainVerb(analysis)), at, kind };
  });
  return new GapModel(learnGaps(examples, new Random(1), () => undefined));
}

describe('the gaps between words', () => {
  it('are learnt from damaged copies of sound sentences', () => {
    const model = learnt();
    const found = COPIES.filter(({ words, at, kind }) => {
      const { at: likeliest } = model.judge(grammar().analyse(words)).likeliest(kind);
      return likeliest === at;
    });
    assert.ok(found.length > COPIES.length * 0.9, `${found.length} of ${COPIES.length}`);
  });

  it('are judged the same after a second training', () => {
    const words = ['The', 'harbour', 'studied', 'the', 'comets', '.'];
    const [one, two] = [learnt(), learnt()].map((model) => model.judge(grammar().analyse(words)));
    assert.deepEqual(one, two);
  });

  it('have chances that add up to one', () => {
    const words = ['The', 'mill', 'old', 'and', 'draughty', '.'];
    const chances = gapModel().judge(grammar().analyse(words));
    for (const at of words.keys()) {
      const sum = chances.chance(at, ...GAP_KINDS);
      assert.ok(Math.abs(sum - 1) < 1e-3, `${sum}`);
    }
    assert.deepEqual(chances.likeliest(), { at: 0, chance: 0 });
  });
});
