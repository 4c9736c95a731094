import type { Document } from './document.js';

/** Thrown within a reader where a document goes beyond what any article has; the message follows its name. */
export class BeyondBounds extends Error {
  override readonly name = 'BeyondBounds';
}

/**
 * The most paragraphs that a source may have: six times as many as a long novel. One takes 4 KB of memory while
 * it is learned from, be it a single letter.
 */
export const MOST_PARAGRAPHS = 100_000;

/** That a source has more paragraphs, in words that follow its name. */
export function tooManyParagraphs(): string {
  return `has more than ${MOST_PARAGRAPHS.toLocaleString('en')} paragraphs`;
}

/** That a document has elements within elements without end, in words that follow its name. */
export const TOO_DEEP = 'is nested too deeply';

/** What is read, or that it goes beyond the bounds. Throws what `read` throws otherwise. */
export function withinBounds(read: () => Document): Document {
  try {
    return read();
  } catch (error) {
    if (error instanceof BeyondBounds) return { unreadable: error.message };
    throw error;
  }
}
