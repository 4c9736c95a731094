import type { Span } from './span.js';

/** A stretch of direct speech or a quoted title in one block's prose, in UTF-16 units of the prose. */
export interface Quotation {
  /** From the opening mark to the closing one, both included. */
  readonly outer: Span;
  /** The words between the marks. */
  readonly inner: Span;
  /** False where the block ends before a closing mark. */
  readonly closed: boolean;
}

/**
 * The outermost double-quoted stretches of a block's prose, curly, straight or low-high (“ ”, " ",
 * « », „ “). A mark left open runs to the end of the block. Single marks are quotations only
 * inside double ones or where a text has no double ones (‘ ’). Cannot throw.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const double = scan(text, /["“”«»„]/gu, isDoubleOpening);
  if (double.length > 0) return double;
  return scan(text, /[‘’]/gu, (mark) => mark === '‘').filter((quotation) => quotation.closed);
}

function scan(
  text: string,
  marks: RegExp,
  opens: (mark: string, text: string, at: number, open: boolean) => boolean,
): readonly Quotation[] {
  const found: Quotation[] = [];
  let start = -1;
  for (const match of text.matchAll(marks)) {
    const at = match.index;
    if (/\d/u.test(text[at - 1] ?? '') && match[0] === '"' && start < 0) continue;
    if (match[0] === '’' && isApostrophe(text, at)) continue;
    if (start < 0) {
      if (opens(match[0], text, at, false)) start = at;
    } else if (!opens(match[0], text, at, true)) {
      found.push(quotation(start, at, true));
      start = -1;
    }
  }
  if (start >= 0) found.push(quotation(start, text.length, false));
  return found;
}

function quotation(start: number, end: number, closed: boolean): Quotation {
  return {
    outer: { start, end: closed ? end + 1 : end },
    inner: { start: start + 1, end },
    closed,
  };
}

function isDoubleOpening(mark: string, text: string, at: number, open: boolean): boolean {
  if (mark === '"') return !open && /^[\s([—–-]?$/u.test(text[at - 1] ?? '') && /\S/u.test(text[at + 1] ?? '');
  return mark === '“' || mark === '«' || mark === '„';
}

function isApostrophe(text: string, at: number): boolean {
  return /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '');
}
