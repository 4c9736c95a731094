import { availableParallelism } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { decodeSourceIndex } from '../reference/sourceIndexBytes.js';
import type { Indexer } from './ingest.js';
import { PassingError } from '../workspace/workspace.js';
import { type IngestAnswer, type SourceInput, workOf, indexesOf } from './sourceInput.js';

/** Sources that may wait before threads are started, which takes as long as learning from a few dozen. */
const FEW = 8;

/** The `workOf` all that may wait: to learn from it takes a tenth of a second, to start a thread half of one. */
const MUCH = 30_000;

/** A source of the largest size takes a tenth of that. */
const LONGEST_MILLISECONDS = 120_000;

/** Each has the grammar in its memory, so there are no more of them than pay. */
const MOST_THREADS = 4;

/**
 * What a thread may hold. Told no bound, each puts off tidying up until it holds twice what it needs. A
 * source that needs more, as a book does, gets a thread of its own that may.
 */
const USUAL: ResourceLimits = { maxOldGenerationSizeMb: 224, maxYoungGenerationSizeMb: 16 };
const ROOMY: ResourceLimits = { maxOldGenerationSizeMb: 1024 };

/** How long a thread waits for the next source before it goes. */
const IDLE_MILLISECONDS = 5_000;

interface WaitingInput {
  readonly material: SourceInput;
  readonly length: number;
  readonly resolve: (lessons: readonly SourceIndex[] | undefined) => void;
  readonly reject: (error: PassingError) => void;
}

/**
 * Learns from sources one by one, and on threads of their own where many wait or much. `entry` is the
 * bundle of `worker.ts`. What is promised is rejected with a
 * `PassingError` where the thread fails that learns it, or takes more than so many milliseconds.
 */
export function createWorkerPool(entry: string, milliseconds = LONGEST_MILLISECONDS): Indexer {
  const school = new WorkerPool(entry, milliseconds);
  return (material) =>
    new Promise((resolve, reject) =>
      school.take({ material, length: workOf(material), resolve, reject }),
    );
}

class WorkerPool {
  readonly #entry: string;
  readonly #milliseconds: number;
  readonly #waiting: WaitingInput[] = [];
  readonly #resting = new Set<Worker>();
  #threads = 0;
  #isLearning = false;

  constructor(entry: string, milliseconds: number) {
    this.#entry = entry;
    this.#milliseconds = milliseconds;
  }

  take(order: WaitingInput): void {
    this.#waiting.push(order);
    const [rested] = this.#resting;
    if (rested !== undefined) this.#give(rested);
    else this.#proceed();
  }

  /** Sees to it that what waits is learned. */
  #proceed(): void {
    const length = this.#waiting.reduce((sum, order) => sum + order.length, 0);
    const isMuch = this.#waiting.length > FEW || length > MUCH;
    if (isMuch && this.#threads < threadsThatPay()) this.#give(this.#start(USUAL));
    else if (this.#threads === 0) void this.#learnHere();
  }

  /** Learns what waits on this thread, unless others take it; between two sources others have their turn. */
  async #learnHere(): Promise<void> {
    if (this.#isLearning) return;
    this.#isLearning = true;
    for (;;) {
      await new Promise(setImmediate);
      // A thread that was started meanwhile takes it all.
      const order = this.#threads === 0 ? this.#waiting.shift() : undefined;
      if (order === undefined) break;
      order.resolve(indexesOf(order.material));
    }
    this.#isLearning = false;
  }

  #start(resourceLimits: ResourceLimits): Worker {
    this.#threads++;
    const thread = new Worker(this.#entry, { stdout: true, stderr: true, resourceLimits });
    thread.on('error', () => undefined);
    return thread.once('exit', () => {
      this.#threads--;
      this.#resting.delete(thread);
      if (this.#threads === 0) this.#proceed();
    });
  }

  /** Hands the next source that waits to a thread; lets it go where none comes for long. */
  #give(thread: Worker): void {
    this.#resting.delete(thread);
    const order = this.#waiting.shift();
    if (order === undefined) this.#rest(thread);
    else this.#teach(thread, order, { isLast: false });
  }

  /** Has a thread learn from a source. The one that a thread died of is tried once more, with room. */
  #teach(thread: Worker, order: WaitingInput, { isLast }: { readonly isLast: boolean }): void {
    const limit = setTimeout(() => {
      thread.off('message', settle).off('exit', fail);
      order.reject(new PassingError(`${order.material.name} takes too long to learn from`));
      void thread.terminate();
    }, this.#milliseconds);
    const settle = (lessons: IngestAnswer): void => {
      clearTimeout(limit);
      thread.off('exit', fail);
      order.resolve(lessons?.map(decodeSourceIndex));
      if (isLast) void thread.terminate();
      else this.#give(thread);
    };
    const fail = (): void => {
      clearTimeout(limit);
      thread.off('message', settle);
      if (!isLast) this.#teach(this.#start(ROOMY), order, { isLast: true });
      else order.reject(new PassingError(`${order.material.name} takes too much to learn from`));
    };
    thread.ref();
    thread.once('message', settle).once('exit', fail);
    thread.postMessage(order.material);
  }

  #rest(thread: Worker): void {
    thread.unref();
    this.#resting.add(thread);
    setTimeout(() => {
      // One that is asked to go may still look as if it rested.
      if (this.#resting.delete(thread)) void thread.terminate();
    }, IDLE_MILLISECONDS).unref();
  }
}

function threadsThatPay(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}
