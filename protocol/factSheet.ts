import type { Range } from 'vscode-languageserver-protocol';

/** What the sources say of a statement of the draft. */
export type FactSheetVerdict = 'supported' | 'contradicted' | 'unsupported';

/** Every statement and quote of a draft that was held against the sources, with what they say of it. */
export interface FactSheet {
  /** The address of the draft. */
  readonly uri: string;
  readonly version: number;
  /** The words of the headline; empty where the draft has none. */
  readonly headline: string;
  /** False where no source covers the draft, so that nothing can be said of what they do not have. */
  readonly isCovered: boolean;
  /** In the order they stand in the draft. */
  readonly entries: readonly FactSheetEntry[];
}

/** A statement or a quote with its verdict. */
export interface FactSheetEntry {
  readonly kind: 'statement' | 'quote';
  readonly verdict: FactSheetVerdict;
  /** The words of the draft, without markup, on one line. */
  readonly text: string;
  readonly range: Range;
  /** What the Problems panel tells of it, one sentence each. Empty where that is to stand. */
  readonly messages: readonly string[];
  /** What the verdict rests on. */
  readonly evidence: readonly FactSheetEvidence[];
}

/** What a source says. */
export interface FactSheetEvidence {
  readonly text: string;
  /** The source's name. */
  readonly source: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** The address at which an editor opens the source; left out where it is no file. */
  readonly uri?: string;
}
