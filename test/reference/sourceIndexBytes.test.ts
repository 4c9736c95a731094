import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { indexSource } from '../../server/reference/indexSource.js';
import { factsOf } from '../../server/reference/indexedFacts.js';
import { type SourceIndex } from '../../server/reference/sourceIndex.js';
import { encodeSourceIndex, decodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';

const ARTICLE = indexSource({
  name: 'søk.md',
  text: '# Nå, 2 May 2024\n\n“The the lido — opens,” said Zoë Brandt.\n\nIt stays open. 🏊 Why not?\n',
});
const DOSSIER = indexSource({
  name: 'dossier.md',
  text: '---\ndossier: Newsroom\n---\n\n## Cats\n\n## Facts\n\n- The lido opened in 1931. (par. 2)\n',
});
const MARKED = indexSource({
  name: 'tip.md',
  text: '---\nconfidential: true\nembargo: 2027-04-01\n---\n\nThe lido loses money.\n',
});

/** The content of an index as plain data. */
function plain(index: SourceIndex): unknown {
  const {
    source,
    kind,
    date,
    isConfidential,
    embargo,
    words,
    entities,
    quotes,
    paragraphs,
    sentences,
    termKeys: termKeys,
    problems,
  } = index;
  const facts = factsOf([index]).map(({ text, citation, unreliable }) => ({
    text,
    citation,
    unreliable,
  }));
  return {
    ...{ source, kind, date, isConfidential, embargo, words, entities, quotes },
    ...{ paragraphs, problems, facts },
    sentences: Array.from(sentences),
    termKeys: Array.from(termKeys),
  };
}

describe('an encoded source index', () => {
  it('is decoded unchanged', () => {
    for (const index of [ARTICLE, DOSSIER, MARKED, indexSource({ name: '', text: '' })]) {
      assert.deepEqual(plain(decodeSourceIndex(encodeSourceIndex(index))), plain(index));
    }
  });

  it('is decoded at any offset in other bytes', () => {
    const bytes = encodeSourceIndex(ARTICLE);
    for (const offset of [0, 1, 2, 3, 4]) {
      const among = Buffer.alloc(offset + bytes.length + 3);
      among.set(bytes, offset);
      const slice = among.subarray(offset, offset + bytes.length);
      assert.deepEqual(plain(decodeSourceIndex(slice)), plain(ARTICLE));
    }
  });

  it('keeps the bytes from which it was decoded', () => {
    const bytes = encodeSourceIndex(ARTICLE);
    assert.equal(bytes.length % 4, 0);
    assert.equal(encodeSourceIndex(decodeSourceIndex(bytes)), bytes);
  });

  it('is rejected if it is truncated', () => {
    const bytes = encodeSourceIndex(ARTICLE);
    for (const length of [0, 4, 16, bytes.length - 8]) {
      assert.throws(() => decodeSourceIndex(bytes.subarray(0, length)), String(length));
    }
  });
});
