import type { EntityKind, Role } from '../reference/model.js';
import type { SourceIndex, SourceKind } from '../reference/sourceIndex.js';
import { UnreadableError } from '../workspace/workspace.js';

/** Everything that an archive keeps about one document. */
export interface ArchivedDocument {
  /** Identifies the document when it is loaded again: a URL, or the URI of a file. */
  readonly address: string;
  /** The URI of the folder or file that it was loaded from. */
  readonly origin: string;
  /** A digest of everything else here: a document with the same digest need not be stored again. */
  readonly digest: string;
  readonly title: string;
  /** The URL that opens the document; `undefined` if there is none. */
  readonly link: string | undefined;
  /** “2021-03-12”. */
  readonly published: string | undefined;
  /** “en”. */
  readonly language: string;
  /** The group that may find it, or `EVERYONE`. */
  readonly visibility: string;
  /** The time until which nobody finds it, as “2021-03-12T18:00Z”. */
  readonly embargo: string | undefined;
  /** The index of its text. */
  readonly index: SourceIndex;
  /**
   * The number of lines that the reader was given before the document's own, for its title and
   * date.
   */
  readonly linesBefore: number;
}

/** The visibility of documents that the whole newsroom may find. */
export const EVERYONE = 'newsroom';

/** The size of an archive, counting only documents that the role may see. */
export interface ArchiveSummary {
  readonly documents: number;
  readonly sentences: number;
  /** The first and the last day of publication, as “2021-03-12”. */
  readonly oldest: string | undefined;
  readonly newest: string | undefined;
}

/** A name in an archive. */
export interface ArchivedName {
  readonly kind: string;
  readonly name: string;
  /** Its similarity to the requested name, 0 to 1. */
  readonly likeness: number;
  /** “foreign minister, Kazakhstan”. */
  readonly roles: readonly string[];
  /** The number of documents with this name. */
  readonly documents: number;
  /** The day of the last of them, as “2021-03-12”. */
  readonly latest: string | undefined;
}

/** A sentence or a quote of a document, as it is stored. */
export interface SentenceRow {
  readonly position: number;
  readonly line: number;
  readonly passage: string | undefined;
  readonly text: string;
  readonly speaker: string | undefined;
  readonly written: string | undefined;
  readonly quote: boolean;
}

/** The statements of a document about a person or thing that it names, as they are stored. */
export interface MentionRow {
  readonly kind: EntityKind;
  readonly name: string;
  readonly line: number;
  readonly forms: readonly string[];
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
  readonly details: MentionDetails;
}

/** Other facts about an entity; see `Entity`. */
export interface MentionDetails {
  readonly roles: readonly Omit<Role, 'citation'>[];
  readonly demonyms?: readonly string[];
  readonly avoided?: readonly string[];
  readonly bio?: string;
  readonly seat?: string;
}

/** The search result for one document: its best sentences with those before and after them. */
export interface ArchivedPassages {
  readonly address: string;
  readonly title: string;
  /** The URL that opens the document; `undefined` if there is none. */
  readonly link: string | undefined;
  /** “2021-03-12”. */
  readonly published: string | undefined;
  readonly kind: SourceKind;
  /** In the order of the document. */
  readonly sentences: readonly SentenceRow[];
  /** The people and things that the document names. */
  readonly mentions: readonly MentionRow[];
}

/** The database does not take a document; the message says why. */
export class RejectedError extends UnreadableError {}

/** A connection to a newsroom's archive. Its methods reject with an `UnreadableError`. */
export interface Archive {
  /**
   * Creates the missing parts of the database; returns the names of the migrations that were run.
   */
  migrate(): Promise<readonly string[]>;
  summary(): Promise<ArchiveSummary>;
  /** The digests of the stored ones among these documents, by address. */
  digestsOf(addresses: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Stores all documents or none, in place of those with the same addresses. Rejects with a
   * `RejectedError` if one of the documents is the reason.
   */
  store(documents: readonly ArchivedDocument[]): Promise<void>;
  /** Removes the documents of an origin whose addresses are not kept; returns their number. */
  removeOthers(origin: string, kept: ReadonlySet<string>): Promise<number>;
  /** Brings the indexes up to date after documents were stored or removed. */
  tidy(): Promise<void>;
  /** The passages that have most of some words, in any inflection. */
  search(words: readonly string[]): Promise<readonly ArchivedPassages[]>;
  /** The names most similar to one, the most similar first. */
  namesLike(name: string): Promise<readonly ArchivedName[]>;
  close(): Promise<void>;
}
