import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../server/prose/prose.js';

/** The comments of a draft as `text > the block each belongs to`. */
function comments(draft: string): readonly string[] {
  return readProse(draft).comments.map(({ text, span, block }) => {
    assert.equal(draft.slice(span.start, span.end), `<!--${text}-->`);
    const words = block === undefined ? 'nothing' : draft.slice(block.start, block.end);
    return `${text.trim()} > ${words}`;
  });
}

function prose(draft: string): readonly string[] {
  return readProse(draft).blocks.map(({ kind, text }) => `${kind}: ${text}`);
}

describe('comments', () => {
  it('belong to the next block if they are between blocks', () => {
    const draft = '<!-- a -->\n# Tide\n\nIt rose.\n\n<!-- b\nc -->\n\n```\ncode\n```\n\nIt fell.\n';
    assert.deepEqual(comments(draft), ['a > Tide', 'b\nc > It fell.']);
  });

  it('belong to the text after them at the start of a line, which is read', () => {
    const draft =
      '<!-- a --> <!-- b --> The *tide* rose\nand fell.\n\n- <!-- c --> One\n  more\n- Two\n';
    assert.deepEqual(prose(draft), [
      'paragraph: The tide rose and fell.',
      'listItem: One more',
      'listItem: Two',
    ]);
    assert.deepEqual(comments(draft), [
      'a > The *tide* rose\nand fell.',
      'b > The *tide* rose\nand fell.',
      'c > One\n  more',
    ]);
  });

  it('belong to the block that contains them', () => {
    const draft =
      'The tide <!-- a --> rose. <!-- b -->\n\n# Sea <!-- c -->\n\n[**On <!-- d --> it**](x)\n';
    assert.deepEqual(comments(draft), [
      'a > The tide <!-- a --> rose.',
      'b > The tide <!-- a --> rose.',
      'c > Sea',
      'd > On <!-- d --> it',
    ]);
  });

  it('are found in lists, quotations, tables and footnotes', () => {
    const draft =
      '> <!-- a -->\n> Low.\n>\n> <!-- b --> High.\n\n1. <!-- c -->\n   One\n\n' +
      '| Port | <!-- d --> Ship |\n|---|---|\n| <!-- e --> | Ana |\n\nSee.[^1]\n\n[^1]: <!-- f --> There.\n';
    assert.deepEqual(comments(draft), [
      'a > Low.',
      'b > High.',
      'c > One',
      'd > Ship',
      'e > Ana',
      'f > There.',
    ]);
  });

  it('belong to no block after the last one', () => {
    assert.deepEqual(comments('It rose.\n\n<!-- a -->\n'), ['a > nothing']);
  });

  it('are not found in code, in front matter, or if unclosed', () => {
    assert.deepEqual(
      comments('---\nx: <!-- a -->\n---\n\n`<!-- b -->`\n\n    <!-- c -->\n\nIt <!-- rose.\n'),
      [],
    );
    assert.deepEqual(comments(`${'<!--'.repeat(50_000)}\n\nIt rose.`), []);
  });

  it('take linear time, however they are nested', () => {
    const line = '<!-- a --> - '.repeat(3000);
    assert.ok(prose(`${line}It rose.`).length <= 3000);
    assert.ok(prose(`${'<!---->'.repeat(20_000)}It rose.`).length > 0);
  });

  it('keep offsets with emoji and Windows line endings', () => {
    assert.deepEqual(comments('🙂\r\n\r\n<!-- a -->\r\nIt rose.\r\n'), ['a > It rose.']);
  });
});
