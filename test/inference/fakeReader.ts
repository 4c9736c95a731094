import { SMALL_WEIGHTS } from '../../server/bin/smallWeights.js';
import type { ReaderWeights } from '../../server/inference/readerWeights.js';
import {
  type JudgeReading,
  type JudgeRequest,
  type Reading,
  type ReadingRequest,
  type ReadingsInOrder,
  type SentenceReading,
  isSentenceRequest,
  textOf,
} from '../../server/inference/readings.js';
import type { Reader } from '../../server/inference/workerReader.js';

/** The reading of a sentence that reads as sound. */
export const SOUND: SentenceReading = { damage: 0, words: [] };

/** A reader that is off. */
export const NO_READER: Reader = {
  isOn: false,
  weights: SMALL_WEIGHTS,
  read: () => Promise.resolve(undefined),
  stop: () => undefined,
};

/** What a judge says of each request; `undefined` if it does not answer. */
export type FakeJudge = (request: JudgeRequest) => JudgeReading | undefined;

/** A reader that answers from a table, when the test lets it. */
export class FakeReader implements Reader {
  isOn = true;
  weights: ReaderWeights;
  /** The texts of each request, of claims too. */
  readonly asked: (readonly string[])[] = [];
  stops = 0;
  readonly #readings: Readonly<Record<string, SentenceReading>>;
  readonly #judge: FakeJudge | undefined;
  #gate: Promise<void> = Promise.resolve();

  /**
   * @param readings By the text of the sentence; all others are sound.
   * @param judgements By the text of the claim, none of any other, or a judge; left out for a reader
   *   without one.
   */
  constructor(
    readings: Readonly<Record<string, SentenceReading>> = {},
    judgements?: Readonly<Record<string, JudgeReading>> | FakeJudge,
  ) {
    this.#readings = readings;
    this.#judge =
      typeof judgements === 'object' ? (request) => judgements[textOf(request)] : judgements;
    this.weights = { ...SMALL_WEIGHTS, hasJudge: judgements !== undefined };
  }

  /** Makes the reader wait; the returned function lets it answer. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.#gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  async read(requests: readonly ReadingRequest[]): Promise<ReadingsInOrder | undefined> {
    this.asked.push(requests.map(textOf));
    await this.#gate;
    return this.isOn ? requests.map((request) => this.#answer(request)) : undefined;
  }

  #answer(request: ReadingRequest): Reading | undefined {
    if (isSentenceRequest(request)) return this.#readings[request.text] ?? SOUND;
    return this.#judge?.(request);
  }

  stop(): void {
    this.stops++;
  }
}
