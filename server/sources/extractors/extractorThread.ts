import { Worker } from 'node:worker_threads';
import {
  type Document,
  type DocumentFormat,
  type DocumentReader,
  isUnreadable,
} from './document.js';

/** A request to the extractor thread; the response is a `Document`. */
export interface ExtractionRequest {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
}

/** The resources that reading one document may use. */
export interface ExtractionLimits {
  /** The time limit in processor time. */
  readonly milliseconds: number;
  /** The size of the thread's heap. */
  readonly megabytes: number;
}

const LIMITS: ExtractionLimits = { milliseconds: 20_000, megabytes: 512 };

/**
 * The factor of the heap limit by which the whole process may grow in the meantime. The engine
 * limits only the heap, but an unpacked document is outside it; other threads need memory too.
 */
const MAX_GROWTH = 3;
const WATCH_MILLISECONDS = 200;

/** The factor of the time limit that a document may wait for the processor of a busy machine. */
const PATIENCE = 10;

const TOO_MUCH_MEMORY = 'needs too much memory to read';

/** How long the idle thread is kept. */
const IDLE_MILLISECONDS = 5_000;

/**
 * Reads documents one after another on a separate thread, so that a malicious document that takes forever or exhausts
 * the memory affects nothing else. The thread starts with the first document, does not keep the process alive, and ends
 * when idle.
 *
 * @param entry The bundle of `extractorWorker.ts`.
 */
export function createExtractorThread(entry: string | URL, limits = LIMITS): DocumentReader {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    void thread?.terminate();
    thread = undefined;
  };

  const read = async (request: ExtractionRequest): Promise<Document> => {
    clearTimeout(idle);
    thread ??= startThread(entry, limits);
    const document = await extract(thread, request, limits);
    // After a failure the thread may have ended, and it is not reused.
    if (isUnreadable(document)) stop();
    else idle = setTimeout(stop, IDLE_MILLISECONDS).unref();
    return document;
  };

  return (format, bytes) => {
    const result = last.then(() => read({ format, bytes }));
    last = result;
    return result;
  };
}

function startThread(entry: string | URL, { megabytes }: ExtractionLimits): Worker {
  const thread = new Worker(entry, {
    // Output of a library would corrupt the protocol on the standard streams.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  // A stopped thread may still fail, when nobody listens any more.
  return thread.on('error', () => undefined);
}

/** Does not reject. */
function extract(
  thread: Worker,
  request: ExtractionRequest,
  limits: ExtractionLimits,
): Promise<Document> {
  const { milliseconds, megabytes } = limits;
  const started = performance.now();
  const before = process.cpuUsage();
  const maxMemory = process.memoryUsage.rss() + MAX_GROWTH * megabytes * 1024 * 1024;
  return new Promise((resolve) => {
    const settle = (document: Document): void => {
      clearInterval(watch);
      thread.off('message', settle).off('error', fail).off('exit', exit).unref();
      resolve(document);
    };
    const fail = (error: NodeJS.ErrnoException): void =>
      settle({
        isTransient: true,
        unreadable:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? TOO_MUCH_MEMORY
            : `cannot be read (${error.message})`,
      });
    const exit = (): void => settle({ unreadable: 'cannot be read', isTransient: true });
    const watch = setInterval(() => {
      const elapsed = performance.now() - started;
      const { user, system } = process.cpuUsage(before);
      if (process.memoryUsage.rss() > maxMemory)
        settle({ unreadable: TOO_MUCH_MEMORY, isTransient: true });
      else if (isTooLong(elapsed, (user + system) / 1000, milliseconds))
        settle({ unreadable: 'takes too long to read', isTransient: true });
    }, WATCH_MILLISECONDS);
    thread.once('message', settle).once('error', fail).once('exit', exit).ref();
    thread.postMessage(request);
  });
}

/**
 * True if a document has had its time. While other programs have the processor, it is not the document that is slow:
 * `computed` is the processor time of all threads since it was begun. All in milliseconds.
 */
export function isTooLong(elapsed: number, computed: number, limit: number): boolean {
  return elapsed > limit && (computed > limit || elapsed > limit * PATIENCE);
}
