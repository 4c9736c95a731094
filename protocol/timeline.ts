import type { Range } from 'vscode-languageserver-protocol';

/** The times that a draft and its sources name, in order. */
export interface Timeline {
  /** The URI of the draft. */
  readonly uri: string;
  readonly entries: readonly TimelineItem[];
}

/** A sentence at a time that it names. */
export interface TimelineItem {
  /** “2024-07-22T14:10”, “2024-07-22”, “2024-07” or “2024”. */
  readonly moment: string;
  /** The same for readers: “Monday 22 July 2024”, “July 2024”. */
  readonly day: string;
  /** “14:10”; empty without a time of day. */
  readonly clock: string;
  readonly text: string;
  /** Its place in the draft; absent for a source. */
  readonly range?: Range;
  /** Its place in a source; absent for the draft. */
  readonly source?: {
    readonly name: string;
    /** 1-based. */
    readonly line: number;
    /** The URI with which an editor opens it; absent if it is not a file. */
    readonly uri?: string;
    /** Present if the source is only for the eyes of the reporter. */
    readonly isConfidential?: true;
  };
}
