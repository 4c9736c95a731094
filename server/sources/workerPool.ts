import { availableParallelism } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { decodeSourceIndex } from '../reference/sourceIndexBytes.js';
import type { Indexer } from './ingest.js';
import { TransientReadError } from '../workspace/workspace.js';
import { type IngestResponse, type SourceInput, indexingCost, indexesOf } from './sourceInput.js';

/** More waiting sources start threads; starting one takes as long as indexing a few dozen. */
const MAX_WAITING = 8;

/** A higher total `indexingCost` starts threads: this much takes a tenth of a second, starting one half a second. */
const MAX_WAITING_COST = 30_000;

/** Ten times what the largest source takes. */
const TIMEOUT_MILLISECONDS = 120_000;

/** Each thread has its own copy of the grammar in memory, and more threads gain little. */
const MAX_THREADS = 4;

/**
 * The usual memory of a thread. Without a limit, each delays garbage collection until it uses twice what it needs. A
 * source that needs more, such as a book, is retried on a thread with more memory.
 */
const USUAL_MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 224, maxYoungGenerationSizeMb: 16 };
const LARGE_MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 1024 };

/** How long an idle thread is kept. */
const IDLE_MILLISECONDS = 5_000;

/** A source waiting to be indexed. */
interface IndexJob {
  readonly input: SourceInput;
  readonly cost: number;
  readonly resolve: (indexes: readonly SourceIndex[] | undefined) => void;
  readonly reject: (error: TransientReadError) => void;
}

/**
 * Indexes sources one by one, or on worker threads if many of them wait or they are large.
 *
 * @param entry The bundle of `ingestWorker.ts`.
 * @param milliseconds The timeout for one source.
 * @returns An indexer that rejects with a `TransientReadError` if the thread fails or reaches the timeout.
 */
export function createWorkerPool(entry: string, milliseconds = TIMEOUT_MILLISECONDS): Indexer {
  const pool = new WorkerPool(entry, milliseconds);
  return (input) =>
    new Promise((resolve, reject) =>
      pool.add({ input, cost: indexingCost(input), resolve, reject }),
    );
}

class WorkerPool {
  readonly #entry: string;
  readonly #milliseconds: number;
  readonly #waiting: IndexJob[] = [];
  readonly #idle = new Set<Worker>();
  #threads = 0;
  #isIndexing = false;

  constructor(entry: string, milliseconds: number) {
    this.#entry = entry;
    this.#milliseconds = milliseconds;
  }

  add(job: IndexJob): void {
    this.#waiting.push(job);
    const [idle] = this.#idle;
    if (idle !== undefined) this.#assign(idle);
    else this.#dispatch();
  }

  /** Starts processing the waiting jobs. */
  #dispatch(): void {
    const cost = this.#waiting.reduce((sum, job) => sum + job.cost, 0);
    const needsThreads = this.#waiting.length > MAX_WAITING || cost > MAX_WAITING_COST;
    if (needsThreads && this.#threads < threadLimit()) this.#assign(this.#start(USUAL_MEMORY));
    else if (this.#threads === 0) void this.#indexHere();
  }

  /** Processes the waiting jobs on this thread until a worker takes over, yielding to other tasks between two jobs. */
  async #indexHere(): Promise<void> {
    if (this.#isIndexing) return;
    this.#isIndexing = true;
    for (;;) {
      await new Promise(setImmediate);
      // A worker started in the meantime takes all jobs.
      const job = this.#threads === 0 ? this.#waiting.shift() : undefined;
      if (job === undefined) break;
      job.resolve(indexesOf(job.input));
    }
    this.#isIndexing = false;
  }

  #start(resourceLimits: ResourceLimits): Worker {
    this.#threads++;
    const thread = new Worker(this.#entry, { stdout: true, stderr: true, resourceLimits });
    thread.on('error', () => undefined);
    return thread.once('exit', () => {
      this.#threads--;
      this.#idle.delete(thread);
      if (this.#threads === 0) this.#dispatch();
    });
  }

  /** Gives a thread the next job, or releases the thread if there is none. */
  #assign(thread: Worker): void {
    this.#idle.delete(thread);
    const job = this.#waiting.shift();
    if (job === undefined) this.#release(thread);
    else this.#run(thread, job, { isLast: false });
  }

  /** Runs a job on a thread. A job that makes its thread exit is retried once, with more memory. */
  #run(thread: Worker, job: IndexJob, { isLast }: { readonly isLast: boolean }): void {
    const limit = setTimeout(() => {
      thread.off('message', settle).off('exit', fail);
      job.reject(new TransientReadError(`${job.input.name} takes too long to index`));
      void thread.terminate();
    }, this.#milliseconds);
    const settle = (indexes: IngestResponse): void => {
      clearTimeout(limit);
      thread.off('exit', fail);
      job.resolve(indexes?.map(decodeSourceIndex));
      if (isLast) void thread.terminate();
      else this.#assign(thread);
    };
    const fail = (): void => {
      clearTimeout(limit);
      thread.off('message', settle);
      if (!isLast) this.#run(this.#start(LARGE_MEMORY), job, { isLast: true });
      else job.reject(new TransientReadError(`${job.input.name} needs too much memory to index`));
    };
    thread.ref();
    thread.once('message', settle).once('exit', fail);
    thread.postMessage(job.input);
  }

  #release(thread: Worker): void {
    thread.unref();
    this.#idle.add(thread);
    setTimeout(() => {
      // A thread that is already terminating may still be in the set.
      if (this.#idle.delete(thread)) void thread.terminate();
    }, IDLE_MILLISECONDS).unref();
  }
}

function threadLimit(): number {
  return Math.min(MAX_THREADS, availableParallelism());
}
