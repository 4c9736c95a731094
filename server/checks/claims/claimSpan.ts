import type { Statement } from './statement.js';

/** The part of a sentence that makes one claim, as token indices, both included. */
export interface ClaimSpan {
  readonly statement: Statement;
  readonly first: number;
  readonly last: number;
}

/** A range of a sentence's tokens, as indices, both included. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** True if two ranges of one sentence share a token. */
export function overlapsRange(stretch: TokenRange, { first, last }: TokenRange): boolean {
  return last >= stretch.first && first <= stretch.last;
}
