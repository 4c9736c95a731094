/** A range of a sentence's tokens, as indices, both included. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** True if two ranges of one sentence share a token. */
export function overlapsRange(stretch: TokenRange, { first, last }: TokenRange): boolean {
  return last >= stretch.first && first <= stretch.last;
}
