import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placeOf, readProse, sentencesOf } from '../../server/prose/prose.js';

/** The sentences of a draft, as they stand in it. */
function sentences(draft: string): readonly string[] {
  const prose = readProse(draft);
  return sentencesOf(prose).map(({ block, sentence }) => {
    const { start, end } = placeOf(block, sentence);
    return draft.slice(start, end);
  });
}

describe('prose', () => {
  it('leaves front matter, code, comments and targets alone', () => {
    assert.deepEqual(
      sentences(
        '---\ntitle: Not prose.\n---\n\n<!-- not prose -->\n\nThe [council](https://a.example/x) met.\n\n```\nnot prose\n```\n\n    not prose\n',
      ),
      ['The [council](https://a.example/x) met.'],
    );
  });

  it('keeps titles, initials and abbreviations whole', () => {
    assert.deepEqual(
      sentences('Mr. Osei met J. R. Adeyemi of the U.S. embassy. He left at noon.'),
      ['Mr. Osei met J. R. Adeyemi of the U.S. embassy.', 'He left at noon.'],
    );
  });

  it('reads a line of nothing but spaces or marks in no more time than another', () => {
    for (const sign of [' ', '’', '”', '[', '9', '-']) {
      assert.ok(readProse(`a${sign.repeat(100_000)}b`).blocks.length > 0);
    }
  });
});
