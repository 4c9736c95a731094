import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { EncodedSentence } from '../../server/inference/sentenceEncoder.js';
import { readingOf } from '../../server/inference/wordReadings.js';

const LABELS = {
  kinds: ['sound', 'repeated', 'garbled', 'swapped', 'capital'],
  edits: ['keep', 'delete', 'swap', 'append:the', 'append:of', 'append:to', 'append:a'],
  roles: ['paragraph'],
};

/** Two words of two pieces each: [CLS] place a ##a b ##b [SEP]. */
const ENCODED: EncodedSentence = {
  ids: [0, 1, 2, 3, 4, 5, 6],
  types: [0, 0, 0, 0, 0, 0, 0],
  words: [
    { text: 'aa', start: 0, end: 2 },
    { text: 'bb', start: 3, end: 5 },
  ],
  positions: [2, 4],
};

/** Logits whose softmax gives these shares, by piece; all other pieces are sound and kept. */
function logits(names: readonly string[], shares: Readonly<Record<number, readonly number[]>>) {
  const rows = ENCODED.ids.map((_, piece) =>
    (shares[piece] ?? names.map((__, at) => (at === 0 ? 1 : 0))).map((share) =>
      share === 0 ? -100 : Math.log(share),
    ),
  );
  return Float32Array.from(rows.flat());
}

const reading = (
  kinds: Readonly<Record<number, readonly number[]>>,
  edits: Readonly<Record<number, readonly number[]>> = {},
) =>
  readingOf(
    ENCODED,
    { kinds: logits(LABELS.kinds, kinds), edits: logits(LABELS.edits, edits) },
    LABELS,
  );

describe('the reading of a sentence', () => {
  it('has no words for a sound sentence', () => {
    assert.deepEqual(reading({}), { damage: 0, words: [] });
  });

  it('has the damage of the first piece of each word, and the highest of all', () => {
    const { damage, words } = reading({ 4: [0.2, 0.5, 0.2, 0.1, 0], 5: [0, 1, 0, 0, 0] });
    assert.equal(damage, 0.8);
    assert.deepEqual(
      words.map(({ start, end, damage: share }) => [start, end, share]),
      [[3, 5, 0.8]],
    );
  });

  it('has the position before the first word', () => {
    const [first] = reading({ 1: [0.5, 0, 0.5, 0, 0] }).words;
    assert.deepEqual([first?.start, first?.end, first?.damage], [0, 0, 0.5]);
  });

  it('leaves out words that are hardly damaged, but counts them', () => {
    const { damage, words } = reading({ 2: [0.98, 0.02, 0, 0, 0] });
    assert.equal(damage, 0.02);
    assert.deepEqual(words, []);
  });

  it('has the three most likely kinds, the most likely first, without “sound”', () => {
    const [word] = reading({ 2: [0.4, 0.1, 0.3, 0.05, 0.15] }).words;
    assert.deepEqual(word?.kinds, [
      { name: 'garbled', probability: 0.3 },
      { name: 'capital', probability: 0.15 },
      { name: 'repeated', probability: 0.1 },
    ]);
  });

  it('has the five most likely edits without “keep”, and none that is unlikely', () => {
    const damaged = { 2: [0, 1, 0, 0, 0] };
    const [word] = reading(damaged, { 2: [0.3, 0.05, 0.2, 0.1, 0.15, 0.12, 0.08] }).words;
    assert.deepEqual(
      word?.edits.map(({ name }) => name),
      ['swap', 'append:of', 'append:to', 'append:the', 'append:a'],
    );
    const [other] = reading(damaged, { 2: [0.5, 0.009, 0.491, 0, 0, 0, 0] }).words;
    assert.deepEqual(other?.edits, [{ name: 'swap', probability: 0.491 }]);
  });

  it('survives logits that are very large', () => {
    const kinds = new Float32Array(ENCODED.ids.length * LABELS.kinds.length).fill(1e30);
    const edits = new Float32Array(ENCODED.ids.length * LABELS.edits.length);
    assert.equal(readingOf(ENCODED, { kinds, edits }, LABELS).damage, 0.8);
  });
});
