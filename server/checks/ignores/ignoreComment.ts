import type { Comment } from '../../prose/markdown.js';
import type { Span } from '../../prose/span.js';

/** The word that opens a comment for the desk. */
export const IGNORE_WORD = 'copydesk-ignore';

/** `copydesk-ignore CODE, CODE: reason` in a comment of a draft. */
export interface IgnoreComment {
  /** UTF-16 units of the draft, the comment's marks included. */
  readonly span: Span;
  /** Where the block stands that it is for; `undefined` where none follows. */
  readonly block: Span | undefined;
  readonly codes: readonly IgnoredCode[];
}

/** A code or a family in such a comment, or what stands in its place. */
export interface IgnoredCode {
  readonly text: string;
  /** UTF-16 units of the draft. */
  readonly span: Span;
}

/** What a comment tells to ignore; `undefined` for any other comment. Cannot throw. */
export function ignoreCommentOf({ text, span, block }: Comment): IgnoreComment | undefined {
  const match = /^\s*copydesk-ignore(?![\w-])([^:]*)/u.exec(text);
  if (match === null) return undefined;
  const list = match[1] ?? '';
  const from = span.start + '<!--'.length + match[0].length - list.length;
  const codes = [...list.matchAll(/[^\s,]+/gu)].map((word): IgnoredCode => {
    const start = from + word.index;
    return { text: word[0], span: { start, end: start + word[0].length } };
  });
  return { span, block, codes };
}

/** The comment that ignores a code in the block that it stands before. Cannot throw. */
export function writeIgnoreComment(code: string): string {
  return `<!-- ${IGNORE_WORD} ${code} -->`;
}
