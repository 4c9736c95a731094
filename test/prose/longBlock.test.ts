import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { draftSpanOf, readProse } from '../../server/prose/prose.js';

/** The longest range that is read as one block, in UTF-16 units. */
const LONGEST = 12_000;

/** The text of the draft that each block shows. */
function shown(draft: string): readonly string[] {
  return readProse(draft).blocks.map((block) => {
    const { start, end } = draftSpanOf(block, { start: 0, end: block.text.length });
    return draft.slice(start, end);
  });
}

describe('a paragraph of many pages', () => {
  it('is split between sentences', () => {
    const draft = 'The *court* sat & rose at noon. '.repeat(1000).trim();
    const blocks = shown(draft);
    assert.equal(blocks.join(' '), draft);
    for (const block of blocks) {
      assert.ok(block.length <= LONGEST + 1000);
      assert.match(block, /^The .*noon\.$/u);
    }
  });

  it('is split between words if it has no sentences', () => {
    const draft = 'word and '.repeat(3000).trim();
    const blocks = shown(draft);
    assert.equal(blocks.join(' '), draft);
    assert.equal(blocks.length, 3);
  });

  it('is split anywhere but within a character if it has no words', () => {
    const draft = `a${'😀'.repeat(LONGEST)}`;
    const blocks = shown(draft);
    assert.equal(blocks.join(''), draft);
    for (const block of blocks) assert.doesNotMatch(block, /\p{Cs}/u);
  });

  it('is not split up to that length', () => {
    const draft = 'x'.repeat(LONGEST);
    assert.deepEqual(shown(draft), [draft]);
  });
});
