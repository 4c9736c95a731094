import type { Comment } from '../prose/markdown.js';
import type { Prose } from '../prose/prose.js';
import { type Span, contains } from '../prose/span.js';
import { type Edit, type Finding, isCodeOrFamily, isOf } from '../checks/finding.js';

/** `copydesk-ignore CODE, CODE: reason` in a comment of a draft. */
export interface IgnoreComment {
  /** UTF-16 units of the draft, the comment's marks included. */
  readonly span: Span;
  /** Where the block stands that it is for; `undefined` where none follows. */
  readonly block: Span | undefined;
  /** Codes and families, as written. */
  readonly codes: readonly WordOfComment[];
  /**
   * The first word before the colon that is neither. What stands behind it counts for nothing: a
   * reason without its colon may have the name of a family in it.
   */
  readonly stray: WordOfComment | undefined;
}

/** A word of such a comment; UTF-16 units of the draft. */
export interface WordOfComment {
  readonly text: string;
  readonly span: Span;
}

/** What a comment tells to ignore; `undefined` for any other comment. */
export function ignoreCommentOf({ text, span, block }: Comment): IgnoreComment | undefined {
  const match = /^\s*copydesk-ignore(?![\w-])([^:]*)/u.exec(text);
  if (match === null) return undefined;
  const list = match[1] ?? '';
  const from = span.start + '<!--'.length + match[0].length - list.length;
  const words = [...list.matchAll(/[^\s,]+/gu)].map((word): WordOfComment => {
    const start = from + word.index;
    return { text: word[0], span: { start, end: start + word[0].length } };
  });
  const strayAt = words.findIndex((word) => !isCodeOrFamily(word.text));
  const codes = strayAt < 0 ? words : words.slice(0, strayAt);
  return { span, block, codes, stray: words[strayAt] };
}

/** True where a comment tells to ignore a finding. */
export function isSuppressedBy({ block, codes }: IgnoreComment, { code, span }: Finding): boolean {
  return block !== undefined && contains(block, span) && codes.some(({ text }) => isOf(text, code));
}

/** The comment that ignores a code in the block that it stands before. */
export function writeIgnoreComment(code: string): string {
  return `<!-- copydesk-ignore ${code} -->`;
}

/** The edit that takes out a comment, with its line where nothing else stands there. */
export function removeComment(span: Span, { text }: Prose): Edit {
  let { start, end } = span;
  while (isBlank(text[start - 1])) start--;
  while (isBlank(text[end])) end++;
  const [opens, closes] = [isBreak(text[start - 1]), isBreak(text[end])];
  // Blanks stay before a comment that something follows, since they may indent the line.
  if (!closes) return { span: { start: span.start, end }, newText: '' };
  if (opens && (isAfterBlankLine(text, start) || isBeforeBlankLine(text, end))) {
    end = afterBreak(text, end);
  }
  return { span: { start, end }, newText: '' };
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t';
}

/** True at either end of the text as well. */
function isBreak(unit: string | undefined): boolean {
  return unit === undefined || unit === '\n' || unit === '\r';
}

function afterBreak(text: string, at: number): number {
  return Math.min(text.length, text.startsWith('\r\n', at) ? at + 2 : at + 1);
}

/** Without a blank line on one side of the comment’s own, two paragraphs would become one. */
function isAfterBlankLine(text: string, lineStart: number): boolean {
  let at = lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
  while (isBlank(text[at - 1])) at--;
  return isBreak(text[at - 1]);
}

function isBeforeBlankLine(text: string, lineEnd: number): boolean {
  let at = afterBreak(text, lineEnd);
  while (isBlank(text[at])) at++;
  return isBreak(text[at]);
}
