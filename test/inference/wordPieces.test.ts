import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { WordPieces } from '../../server/inference/wordPieces.js';

const VOCABULARY = readFileSync('models/sentence/vocabulary.txt', 'utf8');
const LINES = VOCABULARY.split('\n');

describe('word pieces', () => {
  const pieces = new WordPieces(VOCABULARY);
  const cut = (word: string): readonly (string | undefined)[] =>
    pieces.idsOf(word).map((id) => LINES[id]);

  it('are the longest of the vocabulary, from left to right', () => {
    assert.deepEqual(cut('ferry'), ['ferry']);
    assert.deepEqual(cut('ferryman'), ['ferry', '##man']);
    assert.deepEqual(cut('1962'), ['1962']);
  });

  it('know no case and no accents, however they are written', () => {
    assert.deepEqual(cut('CAFÉ'), ['cafe']);
    assert.deepEqual(cut('cafe\u0301'), ['cafe']);
    assert.deepEqual(cut('İstanbul'), ['istanbul']);
  });

  it('are one unknown piece for words that the vocabulary lacks', () => {
    for (const word of ['🏊', '\ud83c', '\u0301', '漢字', 'a'.repeat(101), 'x🏊']) {
      assert.deepEqual(cut(word), ['[UNK]'], word);
    }
  });

  it('count letters, not UTF-16 units, in a long word', () => {
    assert.deepEqual(new Set(cut('é'.repeat(100))), new Set(['ee', '##ee']));
    assert.deepEqual(cut('e\u0301'.repeat(100)), cut('é'.repeat(100)));
    assert.deepEqual(cut('é'.repeat(101)), ['[UNK]']);
  });

  it('are read with any line ends', () => {
    const windows = new WordPieces('[UNK]\r\nsea\r\n##side\r\n[CLS]\r\n[SEP]\r\n');
    assert.deepEqual(windows.idsOf('seaside'), [1, 2]);
  });

  it('require the reserved pieces', () => {
    assert.throws(() => new WordPieces('sea\n'), /has no piece \[UNK\]/u);
    assert.throws(() => new WordPieces('[UNK]\n[CLS]\n'), /has no piece \[SEP\]/u);
    assert.throws(() => new WordPieces('[UNK]\n<s>\n[SEP]\n'), /has no piece <\/s>/u);
  });
});
