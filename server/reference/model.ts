/** Where the reference has something from. */
export interface Citation {
  /** The source's name: a path relative to the workspace folder, or the name it was given under. */
  readonly source: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** Where a dossier's writer has it from, as written beside it: “par. 12”. */
  readonly passage?: string;
}

/** What an office is called and where it is held. */
export interface Role {
  /** As the source writes it, without article: “foreign minister”, “emeritus professor of Central Asian studies”. */
  readonly title: string;
  /** The body or country it is held at, as the source writes it. */
  readonly affiliation?: string;
  readonly citation: Citation;
}

/** A person, body, place or event that has a name. */
export type EntityKind = 'person' | 'body' | 'place' | 'event';

/** Someone or something with a name, and what the sources tell of it. */
export interface Entity {
  readonly kind: EntityKind;
  /** The full name, without honorific. */
  readonly name: string;
  /**
   * Other right ways to write the name, whole: “SCO”, “Sergey Lavrov”, a lasting title with it.
   * What follows from the full name by rule (surname, “Mr. Modi”, possessive) need not be listed; a
   * short form that does not, as the family name of “Xi Jinping” where it stands first, is.
   */
  readonly forms: readonly string[];
  /** Ways to write the name that occur but that a dossier tells not to use: “Shanghai Forum”. */
  readonly avoided?: readonly string[];
  /** For a place: its adjectives and the names of its people (“Kazakh”, “Kazakhs”). Else empty. */
  readonly demonyms: readonly string[];
  readonly roles: readonly Role[];
  /** Two sentences on who or what it is; empty where nobody wrote one. */
  readonly bio: string;
  /** For a body or a person: the place it has its seat. For a place: the place it lies in. */
  readonly seat?: string;
  /** Where the name stands: its entry in a dossier, or its first mention in a source. */
  readonly citation: Citation;
}

/** One sentence that a source tells as so. */
export interface Fact {
  readonly text: string;
  readonly citation: Citation;
  /**
   * True where a dossier says that the sentence is damaged: it serves to find a name, never to accuse a draft. An
   * article's sentences are judged by the checks.
   */
  readonly unreliable: boolean;
}

/** What sources tell, in their order. An array is such a list; another may make a fact when it is asked for. */
export interface Facts extends Iterable<Fact> {
  readonly length: number;
  /** The fact of an index from 0; `undefined` beyond the last. */
  at(index: number): Fact | undefined;
  /** Those from an index up to another, which is left out. */
  slice(first: number, end: number): readonly Fact[];
  map<Result>(use: (fact: Fact) => Result): readonly Result[];
}

/** Words that a source records as said. */
export interface Quote {
  /** The words without their outer quotation marks. */
  readonly text: string;
  /** The name of the speaker as the reference has it (an entity's `name`), where known. */
  readonly speaker?: string;
  readonly citation: Citation;
  /** True where the record is damaged, so that it accuses nobody. */
  readonly unreliable: boolean;
}

/** What was learned from one or more sources. */
export interface Base {
  readonly entities: readonly Entity[];
  readonly facts: Facts;
  readonly quotes: readonly Quote[];
}

/** A mistake in a source, told to who wrote it. */
export interface Problem {
  readonly citation: Citation;
  /** What is wrong and what to do, in one plain sentence. */
  readonly message: string;
}
