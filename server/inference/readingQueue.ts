import {
  type ReadingRequest,
  type Readings,
  type ReadingsInOrder,
  isJudgeRequest,
} from './readings.js';
import { type ReadingStore, ReadingTable, readingKey } from './readingTable.js';
import type { Reader } from './workerReader.js';

/** How soon an owner needs its readings: `background` after all that others need. */
export type Urgency = 'soon' | 'background';

/** The requests that one draft waits for. */
interface Wanted {
  readonly urgency: Urgency;
  /** By `readingKey`, the most urgent first. */
  readonly remaining: Map<string, ReadingRequest>;
  readonly answered: (remaining: number) => void;
}

/** How many requests the reader is given at once by default: a fifth of a second's work, of claims two thirds, so that urgent ones wait no longer. */
const REQUESTS_AT_ONCE = 8;

/** This number of new readings is stored at once, not only at the end: several seconds' work. */
const MANY_UNSAVED = 200;

/**
 * The table of readings, and the queue of requests that drafts wait for. Each text is read once for
 * all owners, and not at all if nobody wants it any more when its turn comes.
 */
export class ReadingQueue {
  /** The readings so far, for the checks. */
  readonly readings: Readings;
  readonly #reader: Reader;
  readonly #store: ReadingStore | undefined;
  readonly #table: ReadingTable;
  readonly #atOnce: number;
  /** By owner, the one that asked last at the end. */
  readonly #wanted = new Map<string, Wanted>();
  /** The owners that have asked since the last message. */
  readonly #new = new Set<string>();
  #loading: Promise<void> | undefined;
  #isReading = false;
  /** The number of readings that were added since the last time they were stored. */
  #unsaved = 0;

  /** @param atOnce The number of sentences that the reader gets at once. */
  constructor(reader: Reader, store?: ReadingStore, atOnce = REQUESTS_AT_ONCE) {
    this.#reader = reader;
    this.#store = store;
    this.#atOnce = atOnce;
    const table = new ReadingTable(() => reader.weights.name, store);
    this.#table = table;
    this.readings = {
      get isOn() {
        return reader.isOn;
      },
      get hasJudge() {
        return reader.isOn && reader.weights.hasJudge;
      },
      get decisions() {
        return reader.weights.decisions;
      },
      get judgeDecisions() {
        return reader.isOn ? reader.weights.judgeDecisions : undefined;
      },
      sentence: (request) => table.sentence(request),
      cloze: (request) => table.cloze(request),
      judge: (request) => table.judge(request),
    };
  }

  /**
   * Requests sentences, the most urgent first, in place of the earlier request of the same owner.
   * The owner who asked last comes first.
   *
   * @param answered Called, but never during this call, with the number of sentences that still
   *   wait, whenever it has become smaller; with 0 also if the reader turns out to be off.
   */
  want(
    owner: string,
    requests: readonly ReadingRequest[],
    answered: (remaining: number) => void,
    urgency: Urgency = 'soon',
  ): void {
    this.#wanted.delete(owner);
    if (requests.length === 0) return;
    const remaining = new Map(requests.map((request) => [readingKey(request), request]));
    this.#wanted.set(owner, { urgency, remaining, answered });
    this.#new.add(owner);
    void this.#run();
  }

  /** Reads sentences; resolves when all readable ones are in `readings`. Does not reject. */
  read(requests: readonly ReadingRequest[]): Promise<void> {
    const owner = `reading ${++readCount}`;
    return new Promise((resolve) => {
      if (requests.length === 0) resolve();
      this.want(owner, requests, (remaining) => {
        if (remaining === 0) resolve();
      });
    });
  }

  /** True if sentences of an owner wait. */
  isWanted(owner: string): boolean {
    return this.#wanted.has(owner);
  }

  /** Withdraws the requests of an owner. */
  drop(owner: string): void {
    this.#wanted.delete(owner);
  }

  /** Resolves when the readings are stored. Does not reject. */
  async flush(): Promise<void> {
    this.#unsaved = 0;
    await this.#store?.flush();
  }

  /** Frees the memory of the reader. */
  stop(): void {
    this.#wanted.clear();
    this.#reader.stop();
  }

  async #run(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      await (this.#loading ??= this.#store?.load() ?? Promise.resolve());
      for (;;) {
        this.#removeKnown();
        const next = this.#next();
        if (next.size === 0) break;
        const readings = await this.#reader.read([...next.values()]);
        const keys = [...next.keys()];
        if (readings !== undefined) this.#keep(keys, readings);
        for (const owner of [...this.#wanted.keys()]) this.#remove(owner, keys);
      }
    } finally {
      this.#isReading = false;
    }
    if (this.#unsaved >= MANY_UNSAVED) await this.flush();
  }

  #keep(keys: readonly string[], readings: ReadingsInOrder): void {
    for (const [index, key] of keys.entries()) {
      const reading = readings[index];
      if (reading !== undefined) this.#table.set(key, reading);
    }
    this.#unsaved += readings.length;
  }

  /**
   * Removes requests from the queue that are answered already or cannot be read; everything if the
   * reader is off.
   */
  #removeKnown(): void {
    const { isOn, hasJudge } = this.readings;
    const owners = isOn ? [...this.#new] : [...this.#wanted.keys()];
    this.#new.clear();
    for (const owner of owners) {
      const settled = [...(this.#wanted.get(owner)?.remaining ?? [])].filter(
        ([key, request]) =>
          !isOn || (!hasJudge && isJudgeRequest(request)) || this.#table.get(key) !== undefined,
      );
      this.#remove(
        owner,
        settled.map(([key]) => key),
      );
    }
  }

  /** Removes sentences of an owner from the queue. */
  #remove(owner: string, keys: readonly string[]): void {
    const wanted = this.#wanted.get(owner);
    if (wanted === undefined) return;
    const { remaining, answered } = wanted;
    const before = remaining.size;
    for (const key of keys) remaining.delete(key);
    if (remaining.size === before) return;
    if (remaining.size === 0) this.#wanted.delete(owner);
    answered(remaining.size);
  }

  /** The sentences to be read next, by key. */
  #next(): ReadonlyMap<string, ReadingRequest> {
    const next = new Map<string, ReadingRequest>();
    const newestFirst = [...this.#wanted.values()].reverse();
    const inOrder = [
      ...newestFirst.filter(({ urgency }) => urgency === 'soon'),
      ...newestFirst.filter(({ urgency }) => urgency === 'background'),
    ];
    for (const { remaining } of inOrder) {
      for (const [key, request] of remaining) {
        if (next.size === this.#atOnce) return next;
        next.set(key, request);
      }
    }
    return next;
  }
}

let readCount = 0;
