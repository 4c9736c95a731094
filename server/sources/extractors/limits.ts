import type { Document } from './document.js';

/** Thrown by an extractor if a document exceeds a limit; the message is written to follow the document's name. */
export class LimitExceeded extends Error {
  override readonly name = 'BeyondBounds';
}

/**
 * Upper bound on the paragraphs of a source: six times as many as in a long novel. Indexing a
 * paragraph takes 4 KB of memory, however short it is.
 */
export const MAX_PARAGRAPHS = 100_000;

/** The reason for rejecting a source with more paragraphs, written to follow its name. */
export function tooManyParagraphsReason(): string {
  return `has more than ${MAX_PARAGRAPHS.toLocaleString('en')} paragraphs`;
}

/**
 * Upper bound on the non-empty cells of a table: a second's work. A longer one is a database, not a
 * source.
 */
export const MAX_CELLS = 50_000;

/** The reason for rejecting a table with more cells, written to follow its name. */
export function tooManyCellsReason(): string {
  return `has more than ${MAX_CELLS.toLocaleString('en')} cells (keep the rows that the story needs)`;
}

/** The reason for rejecting a document with excessive nesting, written to follow its name. */
export const TOO_DEEP_REASON = 'is nested too deeply';

/** Runs `read` and turns a `LimitExceeded` into an `Unreadable`. Rethrows any other error. */
export function withinLimits(read: () => Document): Document {
  try {
    return read();
  } catch (error) {
    if (error instanceof LimitExceeded) return { unreadable: error.message };
    throw error;
  }
}
