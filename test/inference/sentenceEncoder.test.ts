import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { MOST_PIECES, SentenceEncoder } from '../../server/inference/sentenceEncoder.js';
import { WordPieces } from '../../server/inference/wordPieces.js';
import labels from '../../models/sentence/labels.json' with { type: 'json' };

const VOCABULARY = readFileSync('models/sentence/vocabulary.txt', 'utf8');
const LINES = VOCABULARY.split('\n');

describe('the sentence encoder', () => {
  const encoder = new SentenceEncoder(new WordPieces(VOCABULARY), labels.roles);

  it('puts the place before the words', () => {
    const { ids, positions } = encoder.encode({ text: 'A ferryman left.', place: 'heading' });
    assert.deepEqual(
      ids.map((id) => LINES[id]),
      ['[CLS]', '[unused11]', 'a', 'ferry', '##man', 'left', '.', '[SEP]'],
    );
    assert.deepEqual(positions, [2, 3, 5, 6]);
  });

  it('encodes the letter case of each word, and whether it repeats the word before', () => {
    const { types } = encoder.encode({ text: 'The the UN iPhone', place: 'paragraph' });
    assert.deepEqual(types, [0, 0, 1, 4, 2, 3, 0]);
  });

  it('gives all pieces of a word its type', () => {
    const { types } = encoder.encode({ text: 'Ferryman', place: 'paragraph' });
    assert.deepEqual(types, [0, 0, 1, 1, 0]);
  });

  it('leaves out words beyond the maximum number of pieces', () => {
    const { ids, words } = encoder.encode({ text: 'sea '.repeat(500), place: 'paragraph' });
    assert.equal(ids.length, MOST_PIECES);
    assert.equal(words.length, MOST_PIECES - 3);
  });

  it('does not cut the last word that is read', () => {
    const text = `${'sea '.repeat(MOST_PIECES - 4)}ferryman`;
    const { ids, words } = encoder.encode({ text, place: 'paragraph' });
    assert.equal(ids.length, MOST_PIECES - 1);
    assert.equal(words.at(-1)?.text, 'sea');
  });

  it('reads a text without words', () => {
    const { ids, words } = encoder.encode({ text: '', place: 'cell' });
    assert.equal(ids.length, 3);
    assert.deepEqual(words, []);
  });
});
