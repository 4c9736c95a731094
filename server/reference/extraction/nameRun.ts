import type { WordSentence } from './words.js';

/** Consecutive words that are written as a name, including an office before it (“President Amina Diallo”). */
export interface NameRun {
  readonly sentence: WordSentence;
  /** Indices of the sentence's words, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** The text as written; in a credit line, dateline or transcript, with the capitals of a name. */
  readonly text: string;
  /**
   * `joined` is a body's name with function words (“University of Ghana”), `credited` a person named in a credit line, a
   * byline or a transcript label, `dateline` the place of a report.
   */
  readonly runKind: 'plain' | 'joined' | 'credited' | 'dateline';
}

/** A sentence of a source with its words and the runs that are written as names. */
export interface NamedSentence extends WordSentence {
  readonly runs: readonly NameRun[];
  /** The runs by the index of their first word. */
  readonly runFrom: ReadonlyMap<number, NameRun>;
  /** The runs by the index of their last word. */
  readonly runTo: ReadonlyMap<number, NameRun>;
}

/** The run of the words from `first` to `last`. */
export function runOf(
  sentence: WordSentence,
  first: number,
  last: number,
  runKind: NameRun['runKind'],
): NameRun {
  const start = sentence.words[first]?.start ?? 0;
  const end = sentence.words[last]?.end ?? start;
  return { sentence, first, last, text: sentence.block.text.slice(start, end), runKind };
}
