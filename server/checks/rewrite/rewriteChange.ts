import { type Block, draftSpanOf } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';

/** Words at their place in a text. */
export interface PlacedWords {
  readonly text: string;
  /** UTF-16 units of the text as given. */
  readonly span: Span;
}

/** A change, an addition or an omission of a rewrite. */
export interface RewriteChange {
  readonly kind: 'name' | 'figure' | 'date' | 'quotation' | 'attribution';
  readonly change: 'changed' | 'added' | 'lost';
  /** Absent if it is added. */
  readonly before?: PlacedWords;
  /** Absent if it is lost. */
  readonly after?: PlacedWords;
  /** One plain sentence. */
  readonly message: string;
}

/** Words of a block, by their span in its prose. */
export function placedWords(block: Block, span: Span): PlacedWords {
  return { text: block.text.slice(span.start, span.end), span: draftSpanOf(block, span) };
}

/** The words that replace others. */
export function changed(
  kind: RewriteChange['kind'],
  before: PlacedWords,
  after: PlacedWords,
): RewriteChange {
  const message = `“${after.text}” was “${before.text}”.`;
  return { kind, change: 'changed', before, after, message };
}

/** The words that the old text does not have. */
export function added(kind: RewriteChange['kind'], after: PlacedWords): RewriteChange {
  return { kind, change: 'added', after, message: `“${after.text}” is not in the old text.` };
}

/** The words that the new text no longer has. */
export function lost(kind: RewriteChange['kind'], before: PlacedWords): RewriteChange {
  return { kind, change: 'lost', before, message: `“${before.text}” is left out.` };
}
