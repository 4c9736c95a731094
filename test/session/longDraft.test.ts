import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { partInView, readPart } from '../../server/session/longDraft.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { LONG_DRAFT_LENGTH } from '../../protocol/draftLength.js';

const PARAGRAPH = 'The lido opened on Monday.\n\n';
const TEXT = PARAGRAPH.repeat(Math.ceil((LONG_DRAFT_LENGTH + 1) / PARAGRAPH.length));

describe('a long draft', () => {
  it('is read around the visible range, in whole paragraphs', () => {
    const middle = { start: LONG_DRAFT_LENGTH / 2, end: LONG_DRAFT_LENGTH / 2 + 1000 };
    const part = partInView(TEXT, middle);
    assert.ok(part !== undefined && part.start < middle.start && middle.end < part.end);
    assert.ok(part.end - part.start < LONG_DRAFT_LENGTH / 10);
    assert.match(TEXT.slice(part.start - 1, part.end), /^\n\nThe lido[^]*Monday\.\n$/u);
    assert.equal(partInView(TEXT)?.start, 0);
    assert.equal(partInView(TEXT, { start: TEXT.length, end: TEXT.length })?.end, TEXT.length);
  });

  it('keeps the part until another one comes into view', () => {
    const first = partInView(TEXT);
    assert.equal(partInView(TEXT, { start: 1000, end: 2000 }, first), first);
    assert.notEqual(
      partInView(TEXT, { start: LONG_DRAFT_LENGTH / 2, end: LONG_DRAFT_LENGTH / 2 }, first),
      first,
    );
  });

  it('is read in whole paragraphs after any edit', () => {
    let text = TEXT;
    let last = partInView(text, { start: LONG_DRAFT_LENGTH / 2, end: LONG_DRAFT_LENGTH / 2 });
    for (const [typed, at] of [
      ['x', LONG_DRAFT_LENGTH / 2],
      ['Rain.', 10],
      ['', LONG_DRAFT_LENGTH / 2 + 3],
    ] as const) {
      text = `${text.slice(0, at)}${typed}${text.slice(typed === '' ? at + 9 : at)}`;
      last = partInView(text, { start: LONG_DRAFT_LENGTH / 2, end: LONG_DRAFT_LENGTH / 2 }, last);
      assert.match(text.slice((last?.start ?? 0) - 1, last?.end), /^\n\nThe lido[^]*Monday\.\n$/u);
      assert.equal(
        partInView(text, { start: LONG_DRAFT_LENGTH / 2, end: LONG_DRAFT_LENGTH / 2 }, last),
        last,
      );
    }
    assert.ok(last !== undefined && last.end - last.start < LONG_DRAFT_LENGTH / 10);
  });

  it('is cut at any place if it has no paragraphs', () => {
    const part = partInView('word '.repeat(LONG_DRAFT_LENGTH), {
      start: LONG_DRAFT_LENGTH,
      end: 2 * LONG_DRAFT_LENGTH,
    });
    assert.ok(part !== undefined && part.end - part.start < LONG_DRAFT_LENGTH / 4);
  });

  it('has offsets in the whole text', () => {
    const start = TEXT.indexOf(PARAGRAPH, 5000);
    const part = { start, end: start + 2 * PARAGRAPH.length };
    const prose = runToCompletion(readPart(TEXT, part, 'markdown'));
    const [first, second, ...others] = prose.blocks.map(({ map, text }) =>
      map.toDraft(0, text.length),
    );
    assert.deepEqual(
      [first, second, ...others],
      [start, start + PARAGRAPH.length].map((at) => ({ start: at, end: at + 26 })),
    );
    assert.equal(prose.text, TEXT);
    assert.deepEqual(prose.lines.position(start), { line: 2 * (start / 28), character: 0 });
  });

  it('does not include shorter drafts', () => {
    assert.equal(partInView(PARAGRAPH), undefined);
  });
});
