import type { RawBlock } from './markdown.js';

/** A line of more UTF-16 units is no wrapped line and hardly one sentence: it is a paragraph. */
const PARAGRAPH_LINE = 240;

/** The least share of such lines, as one in so many. */
const SHARE = 4;

/**
 * Cuts a Markdown paragraph whose lines are as long as paragraphs into one for each line: the writer
 * ended each with one press of the Enter key. `text` is the draft the block stands in.
 */
export function cutAtParagraphLines(block: RawBlock, text: string): readonly RawBlock[] {
  if (block.kind !== 'paragraph') return [block];
  const { start, end } = block.map.whole;
  const written = text.slice(start, end);
  if (!/[\r\n]/u.test(written)) return [block];
  const lines = written.split(/\r\n|\r|\n/u);
  const long = lines.filter((line) => line.length > PARAGRAPH_LINE).length;
  if (lines.length === 1 || long * SHARE < lines.length) return [block];
  const parts: RawBlock[] = [];
  const push = (from: number, to: number): void => {
    if (from >= to) return;
    const words = block.text.slice(from, to);
    parts.push({ ...block, text: words, map: block.map.part(from, to) });
  };
  let from = 0;
  for (const { index } of block.text.matchAll(/ /gu)) {
    const space = block.map.toDraft(index, index + 1);
    if (!/[\r\n]/u.test(text.slice(space.start, space.end))) continue;
    push(from, index);
    from = index + 1;
  }
  push(from, block.text.length);
  return parts;
}
