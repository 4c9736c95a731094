import type { RawBlock } from './markdown.js';

/**
 * A line of at least this many UTF-16 units is not a wrapped line and hardly one sentence: it is a
 * paragraph.
 */
const MIN_PARAGRAPH_LINE_LENGTH = 240;

/** At least one line in this many must be that long. */
const LINES_PER_LONG_LINE = 4;

/**
 * Splits a Markdown paragraph whose lines are as long as paragraphs into one block per line: the
 * writer separated paragraphs with a single line break. `text` is the draft that contains the
 * block.
 */
export function splitAtParagraphLines(block: RawBlock, text: string): readonly RawBlock[] {
  if (block.kind !== 'paragraph') return [block];
  const { start, end } = block.map.extent;
  const source = text.slice(start, end);
  if (!/[\r\n]/u.test(source)) return [block];
  const lines = source.split(/\r\n|\r|\n/u);
  const long = lines.filter((line) => line.length > MIN_PARAGRAPH_LINE_LENGTH).length;
  if (lines.length === 1 || long * LINES_PER_LONG_LINE < lines.length) return [block];
  const parts: RawBlock[] = [];
  const addPart = (from: number, to: number): void => {
    if (from >= to) return;
    const part = block.text.slice(from, to);
    parts.push({ ...block, text: part, map: block.map.slice(from, to) });
  };
  let from = 0;
  for (const { index } of block.text.matchAll(/ /gu)) {
    const space = block.map.toDraft(index, index + 1);
    if (!/[\r\n]/u.test(text.slice(space.start, space.end))) continue;
    addPart(from, index);
    from = index + 1;
  }
  addPart(from, block.text.length);
  return parts;
}
