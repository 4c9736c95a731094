import type { BlockKind } from '../prose/markdown.js';
import type { ListedAddress } from './linkList.js';
import type { Restriction } from './extraction/restriction.js';
import type { SourceDate } from './extraction/sourceDate.js';
import type { Entity, Fact, Problem, Quote } from './model.js';

/** The kind of a source. */
export const SOURCE_KINDS = ['dossier', 'article', 'mail', 'transcript', 'table'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Everything extracted from one source, as plain data that can be cached, stored and sent between threads. */
export interface SourceIndex extends Restriction {
  /** The name by which the source is cited. */
  readonly source: string;
  /** A dossier is written by hand and takes precedence over other sources. */
  readonly kind: SourceKind;
  /** The date that it gives itself. */
  readonly date?: SourceDate;
  /** Its length in words. */
  readonly words: number;
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  /** The facts of a dossier; empty for an article. */
  readonly facts: readonly Fact[];
  /** The paragraphs that contain the sentences of an article; empty for a dossier. */
  readonly paragraphs: readonly SourceParagraph[];
  /**
   * The assertive sentences of an article, four numbers each: the index of the paragraph, the UTF-16 offsets of the
   * sentence's start and end in it, and the 1-based line of the source. Empty for a dossier.
   */
  readonly sentences: ArrayLike<number>;
  /** The `evidenceTermKeys` of its facts, in the order of `factsOf`. */
  readonly termKeys: ArrayLike<number>;
  readonly problems: readonly Problem[];
  /** The web addresses that it lists instead of the pages; absent if it is no list of links. */
  readonly addresses?: readonly ListedAddress[];
}

/** A paragraph of an article without its markup. */
export interface SourceParagraph {
  readonly kind: BlockKind;
  readonly text: string;
  /** Where it begins, as cited: “p. 12”, “at 1:04:07”, “Budget!C12”. */
  readonly passage?: string;
  /** The same for its sentences that begin at another time of a recording, by the UTF-16 offset of their start. */
  readonly passages?: readonly (readonly [start: number, passage: string])[];
  /** See `Fact.row`. */
  readonly row?: number;
  /** See `Fact.speaker`. */
  readonly speaker?: string;
  /** See `Fact.written`. */
  readonly written?: string;
}

/** The number of numbers in `SourceIndex.sentences` that describe one sentence. */
export const NUMBERS_PER_SENTENCE = 4;
