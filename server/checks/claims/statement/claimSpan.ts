import type { Statement } from './statement.js';

/** The part of a sentence that makes one claim, as token indices, both included. */
export interface ClaimSpan {
  readonly statement: Statement;
  readonly first: number;
  readonly last: number;
}
