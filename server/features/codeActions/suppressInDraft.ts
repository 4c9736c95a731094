import type { Finding, Fix } from '../../checks/finding.js';
import { blockAt } from '../../checks/anchor.js';
import type { BlockKind } from '../../prose/markdown.js';
import { writeIgnoreComment } from '../../suppressions/ignoreComment.js';
import type { Prose } from '../../prose/prose.js';

/**
 * The fix that adds a comment which suppresses a finding's code in its block: on a line of its own before the block if the
 * block starts a line, otherwise at the start of the block, or at its end if the block starts with marks of emphasis or a
 * link. `undefined` if there is no place for it.
 */
export function suppressInDraft({ code, span }: Finding, draft: Prose): Fix | undefined {
  const block = code === 'style/unused-ignore' ? undefined : blockAt(draft, span);
  if (block === undefined) return undefined;
  const { extent } = block.map;
  const at = startWithMarks(extent.start, draft.text);
  const opensLine = at === 0 || /[\r\n]/u.test(draft.text.charAt(at - 1));
  // A comment at the start of a table row would end the table.
  if (opensLine && block.kind === 'tableCell') return undefined;
  const lineEnd = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const comment = writeIgnoreComment(code);
  // A comment inside the marks would be bold, and before them it would turn the line into HTML, in
  // which they are no marks.
  const isLast = !opensLine && at < extent.start;
  const place = isLast ? endWithMarks(extent.end, draft.text) : at;
  const newText = isLast ? ` ${comment}` : `${comment}${opensLine ? lineEnd : ' '}`;
  const edits = [{ span: { start: place, end: place }, newText }];
  return { title: `Ignore in this ${CALLED[block.kind]}`, preferred: false, edits };
}

/** The reporter's word for each kind of block. */
const CALLED: Readonly<Record<BlockKind, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  listItem: 'list item',
  quotation: 'paragraph',
  tableCell: 'table cell',
  footnote: 'footnote',
  caption: 'caption',
};

/**
 * The start of a block, including the marks before its first word. The bracket of an image does not
 * count, because its text is the block.
 */
function startWithMarks(start: number, text: string): number {
  let at = start;
  while (at > 0 && /[*_~[]/u.test(text.charAt(at - 1)) && text.slice(at - 2, at) !== '![') at--;
  return at;
}

/** The end of a block, including the marks of emphasis after its last word. */
function endWithMarks(end: number, text: string): number {
  let at = end;
  while (/[*_~]/u.test(text.charAt(at))) at++;
  return at;
}
