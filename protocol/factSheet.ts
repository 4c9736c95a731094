import type { CheckState } from './checkState.js';
import type { Range } from 'vscode-languageserver-protocol';

/** What the sources say about a statement in the draft. */
export type FactSheetVerdict = 'supported' | 'contradicted' | 'unsupported' | 'unclear';

/** The verdicts in the order of a fact sheet: those that need work first. */
export const FACT_SHEET_ORDER: readonly FactSheetVerdict[] = [
  'contradicted',
  'unsupported',
  'unclear',
  'supported',
];

/** Every statement and quote of a draft that was checked against the sources, with its verdict. */
export interface FactSheet {
  /** The URI of the draft. */
  readonly uri: string;
  readonly version: number;
  /** The text of the headline; empty if the draft has none. */
  readonly headline: string;
  /** False if no source covers the draft, so that a missing statement means nothing. */
  readonly isCovered: boolean;
  readonly state: CheckState;
  /** In the order of the draft. */
  readonly entries: readonly FactSheetEntry[];
}

/** A statement or a quote with its verdict. */
export interface FactSheetEntry {
  readonly kind: 'statement' | 'quote';
  readonly verdict: FactSheetVerdict;
  /** The text in the draft, without markup, on one line. */
  readonly text: string;
  readonly range: Range;
  /** The messages of its findings, one sentence each. Empty if they are suppressed. */
  readonly messages: readonly string[];
  /** The basis of the verdict. */
  readonly evidence: readonly FactSheetEvidence[];
}

/** A passage of a source. */
export interface FactSheetEvidence {
  readonly text: string;
  /** The name of the source. */
  readonly source: string;
  /** 1-based line in the source. */
  readonly line: number;
  /** The URI with which an editor opens the source; absent if it is not a file. */
  readonly uri?: string;
}
