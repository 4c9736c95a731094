import {
  type JudgeReading,
  type JudgeRequest,
  type Reading,
  type ReadingRequest,
  type SentenceReading,
  type SentenceRequest,
  isJudgeReading,
  isSentenceReading,
  isSentenceRequest,
} from './readings.js';

/** Identifies a request: its reading depends on nothing else. */
export function readingKey(request: ReadingRequest): string {
  if (isSentenceRequest(request)) return `${request.place} ${request.text}`;
  const { sentence, claim, passages } = request;
  return JSON.stringify([sentence, claim.start, claim.end, ...passages]);
}

/** Readings stored in an earlier session, by the name of the weights and `readingKey`. */
export interface ReadingStore {
  /** Resolves when the stored readings can be found. Does not reject. */
  load(): Promise<void>;
  /** `undefined` also before they are loaded. */
  find(key: string): Reading | undefined;
  add(key: string, reading: Reading): void;
  /** Resolves when everything that can be stored is stored. Does not reject. */
  flush(): Promise<void>;
}

/**
 * Upper bound on the text that each of the two tables keeps with its readings, in UTF-16 units:
 * more than the longest draft needs.
 */
const MOST_LENGTH = 12 * 2 ** 20;

/** The length that a reading counts beside its text, in UTF-16 units, and each of its words. */
const READING_LENGTH = 64;
const WORD_LENGTH = 256;
const JUDGED_WORD_LENGTH = 32;

/** Readings by content. The least recently requested ones are forgotten. */
export class ReadingTable {
  readonly #weights: () => string;
  readonly #store: ReadingStore | undefined;
  readonly #mostLength: number;
  /** The readings requested since the tables were last exchanged, and those from before. */
  #recent = new Map<string, Reading>();
  #earlier = new Map<string, Reading>();
  /** The size of `#recent`, in UTF-16 units. */
  #length = 0;

  /**
   * @param weights The name of the current weights; readings of others are kept, but not found.
   * @param mostLength The size at which `#earlier` is forgotten, in UTF-16 units.
   */
  constructor(weights: () => string, store?: ReadingStore, mostLength = MOST_LENGTH) {
    this.#weights = weights;
    this.#store = store;
    this.#mostLength = mostLength;
  }

  /** A reading by its key; `undefined` if there is none or it was forgotten. */
  get(key: string): Reading | undefined {
    const whole = this.#withWeights(key);
    const recent = this.#recent.get(whole);
    if (recent !== undefined) return recent;
    const found = this.#earlier.get(whole) ?? this.#store?.find(whole);
    if (found !== undefined) this.#keep(whole, found);
    return found;
  }

  /** The reading of a sentence; `undefined` if it was not read or was forgotten. */
  sentence(request: SentenceRequest): SentenceReading | undefined {
    const reading = this.get(readingKey(request));
    return reading !== undefined && isSentenceReading(reading) ? reading : undefined;
  }

  /** The same of a claim. */
  judge(request: JudgeRequest): JudgeReading | undefined {
    const reading = this.get(readingKey(request));
    return reading !== undefined && isJudgeReading(reading) ? reading : undefined;
  }

  set(key: string, reading: Reading): void {
    const whole = this.#withWeights(key);
    this.#store?.add(whole, reading);
    this.#keep(whole, reading);
  }

  #withWeights(key: string): string {
    return `${this.#weights()} ${key}`;
  }

  #keep(key: string, reading: Reading): void {
    this.#recent.set(key, reading);
    this.#length += key.length + READING_LENGTH + lengthOf(reading);
    if (this.#length <= this.#mostLength) return;
    this.#earlier = this.#recent;
    this.#recent = new Map();
    this.#length = 0;
  }
}

function lengthOf(reading: Reading): number {
  const { length } = reading.words;
  return length * (isSentenceReading(reading) ? WORD_LENGTH : JUDGED_WORD_LENGTH);
}
