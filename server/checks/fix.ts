import type { Block } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Edit, Fix } from './finding.js';

/**
 * The edit that turns a stretch of a block's prose into `newText`. What both have in common at
 * either end is left alone, so that markup inside the stretch stays where it can. `span` counts in
 * UTF-16 units of the block's prose.
 */
export function editOf(block: Block, span: Span, newText: string): Edit {
  const old = block.text.slice(span.start, span.end);
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) {
    tail++;
  }
  return {
    span: block.map.toDraft(span.start + head, span.end - tail),
    newText: newText.slice(head, newText.length - tail),
  };
}

/** The fix that turns a stretch of a block's prose into `newText`. */
export function replacementFix(
  title: string,
  block: Block,
  span: Span,
  newText: string,
  preferred = true,
): Fix {
  return { title, preferred, edits: [editOf(block, span, newText)] };
}
