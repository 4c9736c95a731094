import type { Span } from '../prose/span.js';

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

/** A stretch of one of several sentences, in UTF-16 units of it. */
export interface SentenceSpan extends Span {
  /** The sentence's position, from 0. */
  readonly sentence: number;
}

/**
 * A claim of which one value is hidden from the claim reader, and sentences among whose values it looks for the one
 * that belongs there.
 */
export interface ClozeRequest {
  readonly claim: string;
  /** In UTF-16 units of the claim. */
  readonly hidden: Span;
  readonly kind: 'name' | 'figure';
  /** Sentences of the sources, those closest to the claim first. */
  readonly passage: readonly string[];
  readonly values: readonly SentenceSpan[];
}

/** What the claim reader says. */
export interface ClozeReading {
  /** The probability of each value that it belongs in the place, 0 to 1; `null` for one that was not read. */
  readonly values: readonly (number | null)[];
}

/** A request to one of the readers, and its answer. */
export type ReadingRequest = SentenceRequest | ClozeRequest;
export type Reading = SentenceReading | ClozeReading;

/** True for a request to the claim reader. */
export function isCloze(request: ReadingRequest): request is ClozeRequest {
  return 'hidden' in request;
}

/** True for a request about a sentence, given by its text, or about a claim in it. */
export function isAbout(request: ReadingRequest, text: string): boolean {
  return isCloze(request)
    ? text.replace(/\s+/gu, ' ').includes(request.claim)
    : request.text === text;
}

/** True for a reading of a whole sentence. */
export function isSentenceReading(reading: Reading): reading is SentenceReading {
  return 'words' in reading;
}

/** The readings that are there. A sentence or claim that has none yet is judged without. */
export interface Readings {
  /** False if nothing will be read: the reader is off or cannot run. */
  readonly isOn: boolean;
  readonly sentence: (request: SentenceRequest) => SentenceReading | undefined;
  readonly cloze: (request: ClozeRequest) => ClozeReading | undefined;
}

/** The readings of a reader that is off. */
export const NO_READINGS: Readings = {
  isOn: false,
  sentence: () => undefined,
  cloze: () => undefined,
};
