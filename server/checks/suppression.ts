import type { Anchor } from './anchor.js';

/** A finding that a reporter decided to let stand. It is known by its words, wherever they move. */
export interface Suppression extends Anchor {
  /** A code (`name/misspelled`) or a family (`name`). */
  readonly code: string;
  /**
   * The draft that it was decided in, as a path from the folder of the decisions. That draft is told
   * when nothing matches any more; in which draft the words stand does not matter otherwise.
   */
  readonly draft?: string;
  /** Why, for those who read the file. */
  readonly reason?: string;
}

/** What was decided about the drafts of a folder. */
export interface Suppressions {
  /** Names that are right however near they come to others. */
  readonly acceptedNames: readonly string[];
  readonly ignoredFindings: readonly Suppression[];
}

/** Where nobody has decided anything yet. */
export const NO_SUPPRESSIONS: Suppressions = { acceptedNames: [], ignoredFindings: [] };
