import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { draftSpanOf, readProse } from '../../server/prose/prose.js';

const LINE = `${'The council met on Monday and spoke of *roads*. '.repeat(6)}Then it rose.`;

/** The text of the draft that the blocks show. */
function blocks(draft: string): readonly string[] {
  return readProse(draft).blocks.map((block) => {
    const { start, end } = draftSpanOf(block, { start: 0, end: block.text.length });
    return draft.slice(start, end);
  });
}

describe('lines as long as paragraphs', () => {
  it('are paragraphs, with or without blank lines', () => {
    for (const end of ['\n', '\r\n'])
      assert.deepEqual(blocks(`${LINE}${end}${LINE}${end}The end.`), [LINE, LINE, 'The end.']);
  });

  it('do not split wrapped lines', () => {
    const wrapped = 'The council met on Monday\nand spoke of roads.\nThen it rose.';
    assert.deepEqual(blocks(wrapped), [wrapped]);
  });

  it('do not split text with one sentence per line', () => {
    const sentences =
      'The council met on Monday.\nIt spoke of roads for an hour or two.\nThen it rose.';
    assert.deepEqual(blocks(sentences), [sentences]);
  });
});
