import type { ReadingQueue, Urgency } from '../inference/readingQueue.js';
import type { Timer } from './clock.js';
import type { ReadingOrder } from './readingOrder.js';
import { MOST_ROUNDS } from './readingRounds.js';

/**
 * How often a draft is checked again while its sentences are read, once the visible part is done.
 */
const STEP_MILLISECONDS = 500;

interface Waiting {
  readonly version: number;
  /** How often all sentences of this version were read. */
  readonly rounds: number;
  /** The next check, if one is scheduled although sentences are left. */
  readonly step: { readonly milliseconds: number; readonly cancel: () => void } | undefined;
}

/** Requests readings of the sentences of drafts, and reports when to check a draft again. */
export class DraftReadings {
  readonly #queue: ReadingQueue;
  readonly #urgency: Urgency;
  readonly #checkAgain: (uri: string) => void;
  readonly #timer: Timer;
  readonly #waiting = new Map<string, Waiting>();

  /**
   * @param urgency A draft in the background is checked again only when all of it has been read.
   * @param checkAgain Called when readings have arrived that a draft waits for.
   */
  constructor(
    queue: ReadingQueue,
    urgency: Urgency,
    checkAgain: (uri: string) => void,
    timer: Timer,
  ) {
    this.#queue = queue;
    this.#urgency = urgency;
    this.#checkAgain = checkAgain;
    this.#timer = timer;
  }

  /**
   * Requests readings of the sentences of one version of a draft, instead of those requested
   * before.
   */
  read(uri: string, version: number, { requests, urgent }: ReadingOrder): void {
    const before = this.#waiting.get(uri);
    before?.step?.cancel();
    const rounds = before?.version === version ? before.rounds : 0;
    this.#waiting.set(uri, { version, rounds, step: undefined });
    if (rounds >= MOST_ROUNDS) return;
    this.#queue.want(
      this.#ownerOf(uri),
      requests,
      (remaining) => {
        const isUrgentDone = remaining <= requests.length - urgent;
        this.#progress(uri, remaining, urgent > 0 && isUrgentDone);
      },
      this.#urgency,
    );
  }

  /** True if sentences of this draft are being read. */
  isReading(uri: string): boolean {
    return this.#queue.isWanted(this.#ownerOf(uri));
  }

  /** Call when a draft is closed. */
  forget(uri: string): void {
    this.#queue.drop(this.#ownerOf(uri));
    this.#waiting.get(uri)?.step?.cancel();
    this.#waiting.delete(uri);
  }

  #ownerOf(uri: string): string {
    return `${this.#urgency} ${uri}`;
  }

  #progress(uri: string, remaining: number, isUrgentDone: boolean): void {
    const waiting = this.#waiting.get(uri);
    if (waiting === undefined) return;
    if (remaining === 0) {
      waiting.step?.cancel();
      this.#waiting.set(uri, { ...waiting, rounds: waiting.rounds + 1, step: undefined });
      this.#checkAgain(uri);
    } else if (this.#urgency === 'soon') {
      this.#step(uri, waiting, isUrgentDone ? 0 : STEP_MILLISECONDS);
    }
  }

  #step(uri: string, waiting: Waiting, milliseconds: number): void {
    if ((waiting.step?.milliseconds ?? Infinity) <= milliseconds) return;
    waiting.step?.cancel();
    const cancel = this.#timer(() => this.#checkAgain(uri), milliseconds);
    this.#waiting.set(uri, { ...waiting, step: { milliseconds, cancel } });
  }
}
