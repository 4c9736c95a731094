/** Where a sentence stands: what is damage in a paragraph can be style in a headline. */
export type SentencePlace =
  'paragraph' | 'heading' | 'list-item' | 'caption' | 'label' | 'cell' | 'quote';

/** A sentence that the sentence reader can be asked about. Its reading depends on nothing else. */
export interface SentenceRequest {
  readonly text: string;
  readonly place: SentencePlace;
}

/** An answer of the reader with its probability. */
export interface Likely<Name extends string = string> {
  readonly name: Name;
  /** 0 to 1. */
  readonly probability: number;
}

/** What the reader says about one word, or about the place before the first word. */
export interface WordReading {
  /** UTF-16 units of the sentence; both 0 for the place before the first word. */
  readonly start: number;
  readonly end: number;
  /** The probability that the word is damaged, 0 to 1. */
  readonly damage: number;
  /** The kinds of damage, without `sound`, most likely first. */
  readonly kinds: readonly Likely[];
  /** The edits that would repair it, without `keep`, most likely first: `delete`, `append:the`, … */
  readonly edits: readonly Likely[];
}

/** What the reader says about a sentence. */
export interface SentenceReading {
  /** The highest probability of damage among its words, 0 to 1. */
  readonly damage: number;
  /** The words that may be damaged, in order; of a sentence that reads as sound, none. */
  readonly words: readonly WordReading[];
}

/** The readings that are there. A sentence that has none yet is judged by rules alone. */
export interface Readings {
  /** False if no sentence will be read: the reader is off or cannot run. */
  readonly isOn: boolean;
  readonly sentence: (request: SentenceRequest) => SentenceReading | undefined;
}

/** The readings of a reader that is off. */
export const NO_READINGS: Readings = { isOn: false, sentence: () => undefined };
