import { memoize } from '../../../prose/memoize.js';
import type { BlockContent } from '../../../prose/prose.js';
import type { Token } from '../../../prose/tokens.js';

/** From this many words, a quotation is left to the quote check. */
const LONG_QUOTATION = 4;

/** The tokens of each of a block's sentences outside long quotations. */
export const outsideQuotations = memoize(({ text, quotations, sentences }: BlockContent) => {
  const long = quotations.filter(
    ({ inner }) => text.slice(inner.start, inner.end).trim().split(/\s+/u).length >= LONG_QUOTATION,
  );
  const isOutside = (token: Token): boolean =>
    !long.some(({ outer }) => outer.start <= token.start && token.end <= outer.end);
  return new Map(
    sentences.map((sentence) => {
      const { tokens } = sentence;
      return [sentence, tokens.every(isOutside) ? tokens : tokens.filter(isOutside)] as const;
    }),
  );
});
