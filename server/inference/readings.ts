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

/**
 * The thresholds of the reader: for each place of a sentence and each form of damage, the damage of
 * a word, 0 to 1, from which it is reported. Damage without a threshold is left to rules. In
 * quotation marks the place is `quote`, wherever the sentence stands. They are chosen for the
 * weights of the reader and stored beside them (`decisions.json`).
 */
export type SentenceDecisions = Readonly<
  Partial<Record<SentencePlace, Readonly<Partial<Record<string, number>>>>>
>;

/** A claim with what the judge reads beside it. Its reading depends on nothing else. */
export interface JudgeRequest {
  /** The sentence of the claim. */
  readonly sentence: string;
  /** In UTF-16 units of the sentence. */
  readonly claim: Span;
  /** Stretches of the sources, those closest to the claim first. */
  readonly passages: readonly string[];
}

/** What the judge says of one word of a claim. */
export interface JudgedWord {
  /** UTF-16 units of the sentence. */
  readonly start: number;
  readonly end: number;
  /** The probability that the passages do not bear it out, 0 to 1. */
  readonly unsupported: number;
}

/** What the judge says of a claim: three probabilities, which add up to 1, and its words in order. */
export interface JudgeReading {
  readonly supported: number;
  readonly contradicted: number;
  readonly neither: number;
  readonly words: readonly JudgedWord[];
}

/**
 * How the readings of claims become verdicts (docs/claims.md): probabilities from 0 to 1. They are fitted to the judge's
 * weights (`decisions.json`).
 */
export interface JudgeDecisions {
  /** The least probability of “supported” for a tick. */
  readonly supported: number;
  /** The least probability of “contradicted” where a value differs, and how likely that value must be the right one. */
  readonly differing: number;
  readonly value: number;
  /** The least probability of “contradicted” where no value differs. */
  readonly contradicted: number;
  /** The least probability of “neither” for a claim that is not in the sources. */
  readonly neither: number;
}

/** A request to one of the readers, and its answer. */
export type ReadingRequest = SentenceRequest | JudgeRequest;
export type Reading = SentenceReading | JudgeReading;

/** The readings of requests, in their order; `undefined` for one to a reader that there is not. */
export type ReadingsInOrder = readonly (Reading | undefined)[];

/** True for a request to the sentence reader. */
export function isSentenceRequest(request: ReadingRequest): request is SentenceRequest {
  return 'place' in request;
}

/** True for a request to the judge. */
export function isJudgeRequest(request: ReadingRequest): request is JudgeRequest {
  return 'passages' in request;
}

/** What is read: the text of a sentence or of a claim. */
export function textOf(request: ReadingRequest): string {
  if (isSentenceRequest(request)) return request.text;
  return request.sentence.slice(request.claim.start, request.claim.end);
}

/** True for a request about a sentence, given by its text, or about a claim in it. */
export function isAbout(request: ReadingRequest, text: string): boolean {
  const own = textOf(request);
  return isSentenceRequest(request) ? own === text : spaced(text).includes(spaced(own));
}

/** A text with each gap as one space. */
function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** True for a reading of a whole sentence. */
export function isSentenceReading(reading: Reading): reading is SentenceReading {
  return 'damage' in reading;
}

/** True for a reading of the judge. */
export function isJudgeReading(reading: Reading): reading is JudgeReading {
  return 'supported' in reading;
}

/** The readings that are there. A sentence or claim that has none yet is judged without. */
export interface Readings {
  /** False if nothing will be read: the reader is off or cannot run. */
  readonly isOn: boolean;
  /** True if claims are judged: some installations have no judge. Without one, ask nothing of it. */
  readonly hasJudge: boolean;
  /** How the readings of sentences are decided on. */
  readonly decisions: SentenceDecisions;
  /** How those of claims are decided on; `undefined` where none are judged. */
  readonly judgeDecisions: JudgeDecisions | undefined;
  readonly sentence: (request: SentenceRequest) => SentenceReading | undefined;
  readonly judge: (request: JudgeRequest) => JudgeReading | undefined;
}

/** The readings of a reader that is off. */
export const NO_READINGS: Readings = {
  isOn: false,
  hasJudge: false,
  decisions: {},
  judgeDecisions: undefined,
  sentence: () => undefined,
  judge: () => undefined,
};
