import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gapInput } from '../../../server/checks/sentences/gaps/gapFeatures.js';
import { GAP_KINDS } from '../../../server/checks/sentences/gaps/gapKinds.js';
import { GapModel } from '../../../server/checks/sentences/gaps/gapModel.js';
import { grammar } from '../../../server/prose/grammar/grammar.js';
import { finiteMainVerb } from '../../../server/prose/grammar/morphology.js';
import { type Damaged, damagedCopies } from '../../gaps/damage.js';
import { type GapExample, learnGaps } from '../../gaps/learnGaps.js';
import { Random } from '../../grammar/random.js';
import { OWN_TREEBANK } from '../grammar/ownTreebank.js';

function damagedTreebank(): readonly Damaged[] {
  return OWN_TREEBANK.flatMap((sentence, index) =>
    damagedCopies(sentence, OWN_TREEBANK[index + 1], new Random(index + 1)),
  );
}

function example(words: readonly string[], at: number, kind: number): GapExample {
  const analysis = grammar().analyse(words);
  return { input: gapInput(analysis, finiteMainVerb(analysis)), at, kind };
}

function trainedModel(): GapModel {
  const examples = [
    ...OWN_TREEBANK.map(({ words }) =>
      example(
        words.map(({ form }) => form),
        0,
        0,
      ),
    ),
    ...damagedTreebank().map(({ words, at, kind }) => example(words, at, GAP_KINDS.indexOf(kind))),
  ];
  return new GapModel(learnGaps(examples, new Random(1), () => undefined));
}

/** Of 327 damaged sentences, those whose damage the model places in another gap. */
const MISPLACED = [
  'swapped 4: The judge saw budget the .',
  'swapped 8: The judge will count the ships in harbour the .',
  'swapped 6: The judge did not miss budget the .',
  'swapped 7: The keepers approved the ships in harbour the .',
  'swapped 5: The keepers will count budget the .',
  'swapped 7: The keepers did not miss the in ships the harbour .',
  'swapped 7: Amara Osei approved the ships in harbour the .',
  'swapped 4: Amara Osei saw budget the .',
  'swapped 8: Amara Osei has studied the ships in harbour the .',
  'swapped 5: Amara Osei will count budget the .',
  'swapped 6: Amara Osei did not miss budget the .',
  'swapped 4: A young striker not did miss the budget .',
  'swapped 4: She did not seven miss comets .',
];

describe('training the gap model', function () {
  this.timeout(60_000);

  it('learns to locate the damage in copies of sound sentences', () => {
    const model = trainedModel();
    const copies = damagedTreebank();
    assert.equal(copies.length, 327);
    assert.deepEqual(
      copies
        .filter(
          ({ words, at, kind }) =>
            model.predict(grammar().analyse(words)).mostLikely(kind).at !== at,
        )
        .map(({ words, at, kind }) => `${kind} ${at}: ${words.join(' ')}`),
      MISPLACED,
    );
  });

  it('gives the same probabilities after a second training', () => {
    const analysis = grammar().analyse(['The', 'harbour', 'studied', 'the', 'comets', '.']);
    const [first, second] = [trainedModel(), trainedModel()].map((model) => {
      const gaps = model.predict(analysis);
      return analysis.words.map((_, at) => GAP_KINDS.map((kind) => gaps.probability(at, kind)));
    });
    assert.deepEqual(first, second);
  });
});
