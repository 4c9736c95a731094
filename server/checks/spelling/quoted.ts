import type { Block } from '../../prose/prose.js';
import { type Span, contains } from '../../prose/span.js';

/**
 * True in a direct quote or a block quotation: the words are somebody else's, and may have been
 * written that way.
 */
export function isInQuote(span: Span, { kind, quotations }: Block): boolean {
  return kind === 'quotation' || quotations.some(({ outer }) => contains(outer, span));
}
