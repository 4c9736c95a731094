import type { SentenceReading, SentenceRequest } from '../../server/inference/readings.js';
import type { SentenceReader } from '../../server/inference/sentenceReader.js';

/** The reading of a sentence that reads as sound. */
export const SOUND: SentenceReading = { damage: 0, words: [] };

/** A reader that is off. */
export const NO_READER: SentenceReader = {
  isOn: false,
  read: () => Promise.resolve(undefined),
  stop: () => undefined,
};

/** A reader that answers from a table, when the test lets it. */
export class FakeReader implements SentenceReader {
  isOn = true;
  /** The texts of each request. */
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

  async read(
    requests: readonly SentenceRequest[],
  ): Promise<readonly SentenceReading[] | undefined> {
    this.asked.push(requests.map(({ text }) => text));
    await this.#gate;
    return this.isOn ? requests.map(({ text }) => this.#readings[text] ?? SOUND) : undefined;
  }

  stop(): void {
    this.stops++;
  }
}
