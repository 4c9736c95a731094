import { availableParallelism } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { type Source, learnSource } from '../reference/learn.js';
import type { Lesson } from '../reference/lesson.js';
import { lessonOf } from '../reference/lessonBytes.js';
import { UnreadableError } from '../workspace.js';

/** Sources that may wait before threads are started, which takes as long as learning from a few dozen. */
const FEW = 8;

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

interface Order {
  readonly source: Source;
  readonly resolve: (lesson: Lesson) => void;
  readonly reject: (error: UnreadableError) => void;
}

/**
 * Learns from sources one by one, and on threads of their own where many wait. `entry` is the bundle of
 * `worker.ts`. Each lesson is promised to its source; the promise is rejected with an
 * `UnreadableError` where the thread fails that learns it.
 */
export function learningThreads(entry: string): (source: Source) => Promise<Lesson> {
  const school = new School(entry);
  return (source) => new Promise((resolve, reject) => school.take({ source, resolve, reject }));
}

class School {
  readonly #entry: string;
  readonly #waiting: Order[] = [];
  readonly #resting = new Set<Worker>();
  #threads = 0;
  #isLearning = false;

  constructor(entry: string) {
    this.#entry = entry;
  }

  take(order: Order): void {
    this.#waiting.push(order);
    const [rested] = this.#resting;
    if (rested !== undefined) this.#give(rested);
    else if (this.#waiting.length > FEW && this.#threads < threadsThatPay())
      this.#give(this.#start(USUAL));
    else if (this.#threads === 0) void this.#learnHere();
  }

  /** Learns what waits on this thread, unless others take it; between two sources others have their turn. */
  async #learnHere(): Promise<void> {
    if (this.#isLearning) return;
    this.#isLearning = true;
    while (this.#threads === 0) {
      await new Promise(setImmediate);
      const order = this.#waiting.shift();
      if (order === undefined) break;
      order.resolve(learnSource(order.source));
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
      if (this.#threads === 0 && this.#waiting.length > 0) void this.#learnHere();
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
  #teach(thread: Worker, order: Order, { isLast }: { readonly isLast: boolean }): void {
    const settle = (bytes: Uint8Array): void => {
      thread.off('exit', fail);
      order.resolve(lessonOf(bytes));
      if (isLast) void thread.terminate();
      else this.#give(thread);
    };
    const fail = (): void => {
      thread.off('message', settle);
      if (!isLast) this.#teach(this.#start(ROOMY), order, { isLast: true });
      else order.reject(new UnreadableError(`${order.source.name} takes too much to learn from`));
    };
    thread.ref();
    thread.once('message', settle).once('exit', fail);
    thread.postMessage(order.source);
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
