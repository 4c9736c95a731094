/** A range of a sentence's tokens, as indices, both included. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** True if two ranges of one sentence share a token. */
export function overlapsRange(range: TokenRange, { first, last }: TokenRange): boolean {
  return last >= range.first && first <= range.last;
}
