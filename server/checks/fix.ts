import type { Block } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Edit, Fix } from './finding.js';

/**
 * The edit that replaces a span of a block's prose with `newText`. Text that old and new share at
 * either end is left out of the edit, which keeps as much markup as possible. `span` counts in
 * UTF-16 units of the block's prose.
 */
export function editOf(block: Block, span: Span, newText: string): Edit {
  const old = block.text.slice(span.start, span.end);
  const shorter = Math.min(old.length, newText.length);
  let head = 0;
  while (head < shorter && old[head] === newText[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  return {
    span: block.map.toDraft(span.start + head, span.end - tail),
    newText: newText.slice(head, newText.length - tail),
  };
}

/** The fix that replaces a span of a block's prose by `newText`. */
export function replacementFix(
  title: string,
  block: Block,
  span: Span,
  newText: string,
  preferred = true,
): Fix {
  return { title, preferred, edits: [editOf(block, span, newText)] };
}

/** A text after edits, which do not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
