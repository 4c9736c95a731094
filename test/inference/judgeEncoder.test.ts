import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type EncodedClaim, JudgeEncoder, LONGEST } from '../../server/inference/judgeEncoder.js';
import { judgementOf } from '../../server/inference/judgeModel.js';
import type { JudgeRequest } from '../../server/inference/readings.js';
import { WordPieces } from '../../server/inference/wordPieces.js';

/** The vocabulary of MPNet, which is that of BERT with four pieces before and one behind. */
const BERT = readFileSync('models/sentence/vocabulary.txt', 'utf8').trimEnd();
const VOCABULARY = `<s>\n<pad>\n</s>\n<unk>\n${BERT}\n<mask>\n`;

/** Claims with their encodings in training; `training/tests/judge_inputs.py` writes the file. */
const INPUTS = readFileSync('test/inference/judgeInputs.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as JudgeRequest & Omit<EncodedClaim, 'words'> & Named);

interface Named {
  readonly words: readonly { readonly start: number; readonly text: string }[];
}

const encoder = new JudgeEncoder(new WordPieces(VOCABULARY));

describe('the judge’s encoder', () => {
  for (const input of INPUTS) {
    const { sentence, claim, passages, ids, types, positions, words } = input;
    const name = `${sentence.slice(claim.start, claim.start + 30)} (${ids.length} pieces)`;
    it(`encodes a claim as training does: ${name}`, () => {
      const encoded = encoder.encode({ sentence, claim, passages });
      assert.deepEqual(encoded.ids, ids);
      assert.deepEqual(encoded.types, types);
      assert.deepEqual(encoded.positions, positions);
      assert.deepEqual(
        encoded.words.map(({ start, text }) => ({ start, text })),
        words,
      );
    });
  }

  it('reads no further than it must in a text of a megabyte', () => {
    const long = 'the sea and '.repeat(100_000);
    const { ids, words } = encoder.encode({
      sentence: `It sank in ${long}`,
      claim: { start: 0, end: 7 },
      passages: [long, long],
    });
    assert.equal(ids.length, LONGEST);
    assert.deepEqual(
      words.map(({ text }) => text),
      ['It', 'sank'],
    );
  });
});

describe('a judgement', () => {
  const words = [
    { text: 'It', start: 0, end: 2 },
    { text: 'sank', start: 3, end: 7 },
  ];
  const verdicts = ['supported', 'contradicted', 'neither'];

  it('has the probabilities of the classes and of the words', () => {
    const verdict = Float32Array.of(0, Math.log(2), Math.log(5));
    const logits = { verdict, words: Float32Array.of(9, 9, 0, 9, Math.log(3)) };
    assert.deepEqual(judgementOf({ words, positions: [2, 4] }, logits, { verdicts }), {
      supported: 0.125,
      contradicted: 0.25,
      neither: 0.625,
      words: [
        { start: 0, end: 2, unsupported: 0.5 },
        { start: 3, end: 7, unsupported: 0.75 },
      ],
    });
  });

  it('takes the classes by their names', () => {
    const logits = { verdict: Float32Array.of(5, 0, 0), words: Float32Array.of() };
    const labels = { verdicts: ['contradicted', 'neither', 'supported'] };
    const { supported, contradicted } = judgementOf({ words: [], positions: [] }, logits, labels);
    assert.ok(contradicted > 0.9 && supported < 0.1);
  });
});
