import type { Anchor } from './anchor.js';

/** A finding that a reporter chose to ignore. It is matched by its words, wherever they move. */
export interface Suppression extends Anchor {
  /** A code (`name/misspelled`) or a family (`name`). */
  readonly code: string;
  /**
   * The draft in which it was added, as a path from the folder of the suppressions file. Only used to
   * report there that nothing matches any more; the suppression itself applies to all drafts.
   */
  readonly draft?: string;
  /** A note for readers of the file. */
  readonly reason?: string;
}

/** The suppressions for the drafts of a folder. */
export interface Suppressions {
  /** Names that are correct, however similar they are to known names. */
  readonly acceptedNames: readonly string[];
  /** Words that are spelled correctly. */
  readonly acceptedWords: readonly string[];
  readonly ignoredFindings: readonly Suppression[];
}

/** No suppressions at all. */
export const NO_SUPPRESSIONS: Suppressions = {
  acceptedNames: [],
  acceptedWords: [],
  ignoredFindings: [],
};
