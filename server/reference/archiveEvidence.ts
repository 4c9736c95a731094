import { NO_REFERENCE, type Reference } from './reference.js';

/**
 * The passages of a newsroom's archive for a draft; it is searched before the draft is checked with
 * it.
 */
export interface ArchiveEvidence {
  /** The passages that were found, each under a name such as “archive, 12 March 2021, Two ferries”. */
  readonly reference: Reference;
  /** All that was found, as a text: with the same, a draft is judged alike. */
  readonly passages: string;
  /** The URL that opens a document, by its cited name. */
  readonly links: ReadonlyMap<string, string>;
  /** The keys of the queries that were answered, whether or not anything was found. */
  readonly answered: ReadonlySet<string>;
}

/** A search of an archive that a check asks for. */
export interface ArchiveQuery {
  /** The same for the same words. */
  readonly key: string;
  /** All that the search sends. */
  readonly words: readonly string[];
}

/** The evidence before the first search. */
export const NO_ARCHIVE_EVIDENCE: ArchiveEvidence = {
  reference: NO_REFERENCE,
  passages: '',
  links: new Map(),
  answered: new Set(),
};
