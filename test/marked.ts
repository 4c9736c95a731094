import assert from 'node:assert/strict';
import type { Span } from '../server/prose/span.js';

/** A text and its marked spans. */
export interface Marked {
  readonly text: string;
  /** UTF-16 offsets into `text`, in order. */
  readonly spans: readonly Span[];
}

/**
 * Reads a marked-up text: `[|` opens a marked span, `|]` closes it. Throws if they do not match.
 */
export function marked(source: string): Marked {
  const spans: Span[] = [];
  let text = '';
  let start = -1;
  for (const piece of source.split(/(\[\||\|\])/u)) {
    if (piece === '[|') {
      assert.equal(start, -1, `nested marks: ${source}`);
      start = text.length;
    } else if (piece === '|]') {
      assert.notEqual(start, -1, `unmatched closing mark: ${source}`);
      spans.push({ start, end: text.length });
      start = -1;
    } else {
      text += piece;
    }
  }
  assert.equal(start, -1, `unclosed mark: ${source}`);
  return { text, spans };
}

/** Marks spans of a text, so that a failed comparison reads as prose. */
export function mark(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end }) =>
        `${result.slice(0, start)}[|${result.slice(start, end)}|]${result.slice(end)}`,
      text,
    );
}

/** Asserts that `find` returns exactly the marked spans of `source`. */
export function expectSpans(source: string, find: (text: string) => readonly Span[]): void {
  const { text } = marked(source);
  assert.equal(mark(text, find(text)), source);
}

/** The text after applying the edits, which do not overlap. */
export function edited(
  text: string,
  edits: readonly { readonly span: Span; readonly newText: string }[],
): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
      text,
    );
}
