/** The kinds of named entities in a reference. */
export type ReferenceKind = 'person' | 'body' | 'place' | 'event';

/** The named entities in the sources of a draft, and the sources. */
export interface ReferenceOverview {
  /**
   * One sentence if it is the sample, if there are no sources or if some could not be read;
   * otherwise empty.
   */
  readonly notice: string;
  /** The sources that could not be read, sorted by name. */
  readonly unread: readonly UnreadReferenceSource[];
  /** Sorted by name. */
  readonly entries: readonly ReferenceEntry[];
  /** The sources that contain anything of use, sorted by name. */
  readonly sources: readonly ReferenceSource[];
}

/** A named entity. */
export interface ReferenceEntry {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** The first of the entity's roles; empty if none is known. */
  readonly role: string;
  /** The source in which the name occurs first. */
  readonly source: string;
  /** 1-based line in that source. */
  readonly line: number;
  /** The URI with which an editor opens that source; absent if it is not a file. */
  readonly uri?: string;
}

/** A source that could not be read, or a web page that a source lists. */
export interface UnreadReferenceSource {
  readonly name: string;
  /** Why, written to follow the name: “contains scanned pages but no text, so …”. */
  readonly reason: string;
  /** The URI of the file, or of that which lists the address. */
  readonly uri?: string;
  /** The 1-based line of the address; absent for a file. */
  readonly line?: number;
}

/** A source with a summary of its contents. */
export interface ReferenceSource {
  readonly name: string;
  /** “22 July 2024: 14 people, 63 facts”; without the date where it is not known. */
  readonly summary: string;
  /** Present if it is used, but not shown to others. */
  readonly isConfidential?: true;
  readonly uri?: string;
}
