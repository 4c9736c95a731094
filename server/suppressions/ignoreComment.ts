import type { Comment } from '../prose/markdown.js';
import type { Prose } from '../prose/prose.js';
import { type Span, contains } from '../prose/span.js';
import type { Edit, Finding } from '../checks/finding.js';
import { isCodeOrFamily, coversCode } from '../checks/rules.js';

/** A comment `copydesk-ignore CODE, CODE: reason` in a draft. */
export interface IgnoreComment {
  /** The whole comment including its delimiters, in UTF-16 units of the draft. */
  readonly span: Span;
  /** The block to which it applies; `undefined` if none follows. */
  readonly block: Span | undefined;
  /** The codes and families, as written. */
  readonly codes: readonly CommentWord[];
  /**
   * The first word before the colon that is neither a code nor a family. Words after it are ignored, because a reason
   * without its colon may contain the name of a family.
   */
  readonly unexpected: CommentWord | undefined;
  /** The text after the colon; empty if there is none. */
  readonly reason: string;
}

/** A word of an ignore comment. */
export interface CommentWord {
  readonly text: string;
  /** Its place in UTF-16 units of the draft. */
  readonly span: Span;
}

const IGNORE = 'copydesk-ignore';

/** Parses an ignore comment; `undefined` for any other comment. */
export function parseIgnoreComment({ text, span, block }: Comment): IgnoreComment | undefined {
  const match = /^\s*copydesk-ignore(?![\w-])([^:]*):?(.*)/su.exec(text);
  if (match === null) return undefined;
  const [, list = '', reason = ''] = match;
  const from = span.start + '<!--'.length + match[0].indexOf(IGNORE) + IGNORE.length;
  const words = [...list.matchAll(/[^\s,]+/gu)].map((word): CommentWord => {
    const start = from + word.index;
    return { text: word[0], span: { start, end: start + word[0].length } };
  });
  const unexpectedAt = words.findIndex((word) => !isCodeOrFamily(word.text));
  const codes = unexpectedAt < 0 ? words : words.slice(0, unexpectedAt);
  return { span, block, codes, unexpected: words[unexpectedAt], reason: reason.trim() };
}

/** True if a comment suppresses a finding. */
export function isSuppressedBy({ block, codes }: IgnoreComment, { code, span }: Finding): boolean {
  return (
    block !== undefined && contains(block, span) && codes.some(({ text }) => coversCode(text, code))
  );
}

/** The text of a comment that suppresses a code in the block after it. */
export function writeIgnoreComment(code: string): string {
  return `<!-- copydesk-ignore ${code} -->`;
}

/**
 * The edit that removes the codes that cover these findings from a comment, and the whole comment
 * if none is left.
 */
export function restoringEdit(
  { codes, span }: IgnoreComment,
  findings: readonly Finding[],
  draft: Prose,
): Edit {
  const kept = codes.filter(({ text }) => !findings.some(({ code }) => coversCode(text, code)));
  const [first, last] = [codes[0], codes.at(-1)];
  if (kept.length === 0 || first === undefined || last === undefined) {
    return removeComment(span, draft);
  }
  return {
    span: { start: first.span.start, end: last.span.end },
    newText: kept.map(({ text }) => text).join(', '),
  };
}

/** The edit that removes a comment, and its line if nothing else is on it. */
export function removeComment(span: Span, { text }: Prose): Edit {
  let { start, end } = span;
  while (isBlank(text[start - 1])) start--;
  while (isBlank(text[end])) end++;
  const [opens, closes] = [isBreak(text[start - 1]), isBreak(text[end])];
  // Blanks before a comment are kept if something follows it, since they may indent the line.
  if (!closes) return { span: { start: span.start, end }, newText: '' };
  if (opens && (isAfterBlankLine(text, start) || isBeforeBlankLine(text, end))) {
    end = afterBreak(text, end);
  }
  return { span: { start, end }, newText: '' };
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t';
}

/** True for a line break, or `undefined` at either end of the text. */
function isBreak(unit: string | undefined): boolean {
  return unit === undefined || unit === '\n' || unit === '\r';
}

function afterBreak(text: string, at: number): number {
  return Math.min(text.length, text.startsWith('\r\n', at) ? at + 2 : at + 1);
}

/** True if the line before is blank. Removing a line without a blank one next to it would join two paragraphs. */
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
