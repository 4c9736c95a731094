/** What a name of the reference stands for. */
export type ReferenceKind = 'person' | 'body' | 'place' | 'event';

/** Whom and what the sources of a draft know, and the sources themselves. */
export interface ReferenceOverview {
  /** By name. */
  readonly entries: readonly ReferenceEntry[];
  /** Those that something was learned from, by name. */
  readonly sources: readonly ReferenceSource[];
}

/** Someone or something with a name. */
export interface ReferenceEntry {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** The first of the roles; empty where none is known. */
  readonly role: string;
  /** The source that has the name first. */
  readonly source: string;
  /** 1-based line of that source. */
  readonly line: number;
  /** The address at which an editor opens that source; left out where it is no file. */
  readonly uri?: string;
}

/** A source with what it gave. */
export interface ReferenceSource {
  readonly name: string;
  /** For people to read: “14 people, 63 facts”. */
  readonly summary: string;
  readonly uri?: string;
}
