import {
  type Reading,
  type ReadingRequest,
  type SentenceReading,
  isCloze,
} from '../../server/inference/readings.js';
import type { Reader } from '../../server/inference/workerReader.js';

/** The reading of a sentence that reads as sound. */
export const SOUND: SentenceReading = { damage: 0, words: [] };

/** What is read: a sentence or a claim. */
function textOf(request: ReadingRequest): string {
  return isCloze(request) ? request.claim : request.text;
}

/** A reader that is off. */
export const NO_READER: Reader = {
  isOn: false,
  read: () => Promise.resolve(undefined),
  stop: () => undefined,
};

/** A reader that answers from a table, when the test lets it. */
export class FakeReader implements Reader {
  isOn = true;
  /** The texts of each request, of claims too. */
  readonly asked: (readonly string[])[] = [];
  stops = 0;
  readonly #readings: Readonly<Record<string, SentenceReading>>;
  #gate: Promise<void> = Promise.resolve();

  /** @param readings By the text of the sentence; all others are sound. */
  constructor(readings: Readonly<Record<string, SentenceReading>> = {}) {
    this.#readings = readings;
  }

  /** Makes the reader wait; the returned function lets it answer. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.#gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  async read(requests: readonly ReadingRequest[]): Promise<readonly Reading[] | undefined> {
    this.asked.push(requests.map(textOf));
    await this.#gate;
    return this.isOn ? requests.map((request) => this.#answer(request)) : undefined;
  }

  #answer(request: ReadingRequest): Reading {
    return isCloze(request)
      ? { values: request.values.map(() => null) }
      : (this.#readings[request.text] ?? SOUND);
  }

  stop(): void {
    this.stops++;
  }
}
