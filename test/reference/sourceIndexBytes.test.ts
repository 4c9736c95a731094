import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learnSource } from '../../server/reference/learn.js';
import { type SourceIndex, factsOf } from '../../server/reference/sourceIndex.js';
import { encodeSourceIndex, decodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';

const ARTICLE = learnSource({
  name: 'søk.md',
  text: '# Nå\n\n“The the lido — opens,” said Zoë Brandt.\n\nIt stays open. 🏊 Why not?\n',
});
const DOSSIER = learnSource({
  name: 'desk.md',
  text: '---\ndossier: Desk\n---\n\n## Cats\n\n## Facts\n\n- The lido opened in 1931. (par. 2)\n',
});

/** A lesson with what it holds laid open. */
function plain(lesson: SourceIndex): unknown {
  const { source, written, entities, quotes, paragraphs, sentences, words, problems } = lesson;
  const facts = factsOf([lesson]).map(({ text, citation, unreliable }) => ({
    text,
    citation,
    unreliable,
  }));
  return {
    ...{ source, written, entities, quotes, paragraphs, problems, facts },
    sentences: Array.from(sentences),
    words: Array.from(words),
  };
}

describe('a lesson as bytes', () => {
  it('comes back as it was', () => {
    for (const lesson of [ARTICLE, DOSSIER, learnSource({ name: '', text: '' })]) {
      assert.deepEqual(plain(decodeSourceIndex(encodeSourceIndex(lesson))), plain(lesson));
    }
  });

  it('comes back from any place among other bytes', () => {
    const bytes = encodeSourceIndex(ARTICLE);
    for (const offset of [0, 1, 2, 3, 4]) {
      const among = Buffer.alloc(offset + bytes.length + 3);
      among.set(bytes, offset);
      const placed = among.subarray(offset, offset + bytes.length);
      assert.deepEqual(plain(decodeSourceIndex(placed)), plain(ARTICLE));
    }
  });

  it('has the bytes it came from', () => {
    const bytes = encodeSourceIndex(ARTICLE);
    assert.equal(bytes.length % 4, 0);
    assert.equal(encodeSourceIndex(decodeSourceIndex(bytes)), bytes);
  });

  it('is refused where it is cut short', () => {
    const bytes = encodeSourceIndex(ARTICLE);
    for (const length of [0, 4, 16, bytes.length - 8]) {
      assert.throws(() => decodeSourceIndex(bytes.subarray(0, length)), String(length));
    }
  });
});
