import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { LineMap, SourceMapBuilder } from '../../server/prose/sourceMap.js';

describe('source map', () => {
  /** `Osei’s *wall*` from `Osei&#8217;s  *wall* ` at offset 10. */
  function build(): SourceMapBuilder {
    const builder = new SourceMapBuilder();
    builder.appendSpace(9, 1);
    builder.append('Osei', 10);
    builder.append('’', 14, 7);
    builder.append('s', 21);
    builder.appendSpace(22, 2);
    builder.appendSpace(24, 1);
    builder.append('wall', 25);
    builder.appendSpace(30, 1);
    builder.trimEnd();
    return builder;
  }

  it('joins the pieces, with single spaces and none at the edges', () => {
    assert.equal(build().text, 'Osei’s wall');
  });

  it('maps to the smallest span of the draft that shows the prose', () => {
    const map = build().build(10);
    assert.deepEqual(map.toDraft(0, 4), { start: 10, end: 14 });
    assert.deepEqual(map.toDraft(4, 6), { start: 14, end: 22 });
    assert.deepEqual(map.toDraft(7, 11), { start: 25, end: 29 });
    assert.deepEqual(map.extent, { start: 10, end: 29 });
  });

  it('lists visible spans without the markup between them', () => {
    const map = build().build(10);
    assert.deepEqual(map.visibleParts(2, 9), [
      { span: { start: 12, end: 14 }, run: { start: 10, end: 14 } },
      { span: { start: 14, end: 21 }, run: { start: 14, end: 21 } },
      { span: { start: 21, end: 22 }, run: { start: 21, end: 22 } },
      { span: { start: 22, end: 24 }, run: { start: 22, end: 24 } },
      { span: { start: 25, end: 27 }, run: { start: 25, end: 29 } },
    ]);
    assert.deepEqual(map.visibleParts(4, 4), []);
  });

  it('places an insertion right after the preceding character', () => {
    const map = build().build(10);
    assert.deepEqual(map.toDraft(5, 5), { start: 21, end: 21 });
    assert.deepEqual(map.toDraft(0, 0), { start: 10, end: 10 });
    assert.deepEqual(map.toDraft(99, 99), { start: 29, end: 29 });
  });

  it('maps back, and from markup to the character after it', () => {
    const map = build().build(10);
    assert.deepEqual(
      [10, 13, 14, 18, 21, 24, 25, 28, 99].map((at) => map.toProse(at)),
      [0, 3, 4, 4, 5, 7, 7, 10, 11],
    );
  });

  it('shifts with its block, whole or sliced', () => {
    const map = build().build(10).shiftedBy(100);
    assert.deepEqual(map.toDraft(4, 6), { start: 114, end: 122 });
    assert.deepEqual(map.slice(4, 11).shiftedBy(1).extent, { start: 115, end: 130 });
    assert.equal(map.toProse(125), 7);
    assert.deepEqual(map.visibleParts(7, 11), [
      { span: { start: 125, end: 129 }, run: { start: 125, end: 129 } },
    ]);
  });

  it('maps an empty block to its position', () => {
    const map = new SourceMapBuilder().build(42);
    assert.deepEqual(map.toDraft(0, 3), { start: 42, end: 42 });
    assert.equal(map.toProse(50), 0);
  });
});

describe('line map', () => {
  it('handles LF, CRLF and a lone CR', () => {
    const lines = new LineMap('a\nb\r\nc\rd');
    assert.deepEqual(
      [0, 2, 5, 7].map((offset) => lines.position(offset)),
      [0, 1, 2, 3].map((line) => ({ line, character: 0 })),
    );
    assert.equal(lines.offset({ line: 2, character: 1 }), 6);
  });

  it('counts in UTF-16 units and clamps positions', () => {
    const lines = new LineMap('😀a\nb');
    assert.deepEqual(lines.position(2), { line: 0, character: 2 });
    assert.deepEqual(lines.position(99), { line: 1, character: 1 });
    assert.equal(lines.offset({ line: 0, character: 99 }), 4);
    assert.equal(lines.offset({ line: 9, character: 0 }), 5);
  });
});
