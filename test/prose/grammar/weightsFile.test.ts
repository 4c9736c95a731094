import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type GrammarWeights,
  readWeights,
  writeWeights,
} from '../../../server/prose/grammar/weightsFile.js';
import { WeightsError } from '../../../server/prose/grammar/weightBytes.js';

const classifier = {
  classes: 3,
  keys: Int32Array.of(5, 700, 60_000_000),
  sizes: Uint8Array.of(1, 2, 1),
  labels: Uint8Array.of(0, 1, 2, 1),
  values: Int8Array.of(-127, 3, -4, 127),
};

const WEIGHTS: GrammarWeights = {
  tags: ['NOUN/NN', 'PUNCT'],
  relations: ['root', 'punct'],
  beamWidth: 3,
  beamSlack: 500,
  doubt: 9,
  irregular: { 'VERB/VBD went': 'go' },
  features: { 'NOUN/NN': 'Number=Sing' },
  sets: [[], [], [0, 1]],
  usage: { keys: Int32Array.of(1, 130), values: Uint32Array.of(2, 4_000_000_000) },
  fixedTags: { keys: Int32Array.of(4), values: Uint32Array.of(2) },
  fixedRelations: { keys: Int32Array.of(7, 9), values: Uint32Array.of(1, 2) },
  lexicon: { keys: new Int32Array(0), values: new Uint32Array(0) },
  tagger: classifier,
  relationWeights: classifier,
  moves: {
    slots: Int32Array.of(0, 9),
    shift: Int8Array.of(1, -1),
    left: Int8Array.of(0, 5),
    right: Int8Array.of(-9, 0),
  },
};

describe('the weights file', () => {
  it('reads back what was written', () => {
    assert.deepEqual(readWeights(writeWeights(WEIGHTS)), WEIGHTS);
  });

  it('reads the same from a view into a larger buffer', () => {
    const file = writeWeights(WEIGHTS);
    const around = Buffer.concat([Buffer.of(1, 2, 3), file]);
    assert.deepEqual(readWeights(around.subarray(3)), WEIGHTS);
  });

  it('rejects damaged, truncated and other files', () => {
    const file = writeWeights(WEIGHTS);
    const damaged = file.slice();
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    for (const bytes of [damaged, file.slice(0, -1), file.slice(4), new Uint8Array(0)]) {
      assert.throws(() => readWeights(bytes), WeightsError);
    }
  });
});
