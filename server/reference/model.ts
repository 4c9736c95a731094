/** The place in a source where something is found. */
export interface Citation {
  /** The source's name: its path relative to the workspace folder, or the name under which it was passed in. */
  readonly source: string;
  /** 1-based line of the source; for a document, the 1-based number of the paragraph. */
  readonly line: number;
  /**
   * A more precise place: “par. 12” as noted in a dossier; otherwise see `SourceParagraph.passage`.
   */
  readonly passage?: string;
}

/** An office that someone holds. */
export interface Role {
  /**
   * Its title without article: “foreign minister”, “emeritus professor of Central Asian studies”;
   * empty if a source only gives an affiliation.
   */
  readonly title: string;
  /** The body or country where it is held, as the source writes it. */
  readonly affiliation?: string;
  readonly citation: Citation;
}

/** The kinds of named entities; a `body` is an organisation. */
export type EntityKind = 'person' | 'body' | 'place' | 'event';

/** A named person, body, place or event. */
export interface Entity {
  readonly kind: EntityKind;
  /** The full name without honorific. */
  readonly name: string;
  /**
   * Other correct forms of the name: “SCO”, “Sergey Lavrov”. Forms that follow from the full name by rule (surname,
   * “Mr. Modi”, possessive) are not listed; irregular short forms are, such as the leading family name of “Xi Jinping”.
   */
  readonly forms: readonly string[];
  /** Forms of the name that a dossier lists as ones to avoid: “Shanghai Forum”. */
  readonly avoided?: readonly string[];
  /** The adjectives of a place and the names of its people (“Kazakh”, “Kazakhs”); empty for other kinds. */
  readonly demonyms: readonly string[];
  readonly roles: readonly Role[];
  /** A short description from a dossier; empty if there is none. */
  readonly bio: string;
  /** The seat of a body or the base of a person, or the larger place that contains a place. */
  readonly seat?: string;
  /** Its entry in a dossier, or its first mention in a source. */
  readonly citation: Citation;
}

/** A sentence that a source states as fact. */
export interface Fact {
  readonly text: string;
  readonly citation: Citation;
  /** For a value of a table, the number of its row among the rows of its source, which the other values of the row share. */
  readonly row?: number | undefined;
  /** The speaker or author of the words, as in `Quote`; none in a report. */
  readonly speaker?: string | undefined;
  /** The day on which its source was written, as “2024-07-22”, if it counts from that day. */
  readonly written?: string | undefined;
  /**
   * True if a dossier marks the sentence as unreliable: it still lists names, but nothing is reported because of it.
   * The sentences of an article are judged by the checks.
   */
  readonly unreliable: boolean;
}

/** The facts of sources in order. An array is one implementation; others may create facts on demand. */
export interface Facts extends Iterable<Fact> {
  readonly length: number;
  /** The fact at a 0-based index; `undefined` before the start and past the end. */
  at(index: number): Fact | undefined;
  /** The facts from `first` (inclusive) to `end` (exclusive). */
  slice(first: number, end: number): readonly Fact[];
  map<Result>(use: (fact: Fact) => Result): readonly Result[];
}

/** Words that a source quotes. */
export interface Quote {
  /** The words without the outer quotation marks. */
  readonly text: string;
  /** The speaker, if known: the `name` of an entity, or the name as the source writes it. */
  readonly speaker?: string;
  readonly citation: Citation;
  /** True if the quote is unreliable, so that nothing is reported because of it. */
  readonly unreliable: boolean;
}

/** Everything known from one or more sources. */
export interface Base {
  readonly entities: readonly Entity[];
  readonly facts: Facts;
  readonly quotes: readonly Quote[];
  /** The days on which sources were written, as “2024-07-22”, by their names, where that is known. */
  readonly days?: ReadonlyMap<string, string>;
  /**
   * The sources, by their names, whose dates have neither a year of their own nor a weekday that
   * reveals it (`daysOfSources`).
   */
  readonly borrowedYears?: ReadonlySet<string>;
  /** The sources, by their names, that are used but not shown to others (`confidential.ts`). */
  readonly confidential?: ReadonlySet<string>;
}

/** A problem in a source that its author should fix. */
export interface Problem {
  readonly citation: Citation;
  /** One plain sentence with the problem and its solution. */
  readonly message: string;
}
