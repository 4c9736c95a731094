import { Worker } from 'node:worker_threads';
import {
  type Document,
  type DocumentFormat,
  type DocumentReader,
  isUnreadable,
} from './document.js';

/** A document to read, as it is sent to the thread; the answer is a `Document`. */
export interface ExtractionRequest {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
}

/** What a document may cost before it is given up. */
export interface Bounds {
  readonly milliseconds: number;
  /** Of the heap. */
  readonly megabytes: number;
}

const BOUNDS: Bounds = { milliseconds: 20_000, megabytes: 512 };

/**
 * The engine bounds the heap alone, and an unpacked document lies beside it. By how many times that bound all of the
 * process may grow meanwhile: others learn at the same time.
 */
const GROWTH = 3;
const WATCH_MILLISECONDS = 200;

const TOO_MUCH_MEMORY = 'needs too much memory to read';

/** How long the thread waits for the next document before it goes. */
const IDLE_MILLISECONDS = 5_000;

/**
 * Reads documents on a thread of its own, one after another, so that one that is made to take for
 * ever, or all memory, stops nothing else. `entry` is the bundle of `worker.ts`; the thread starts
 * with the first document, keeps no process alive, and ends when no more come.
 */
export function createExtractorThread(entry: string | URL, bounds = BOUNDS): DocumentReader {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    void thread?.terminate();
    thread = undefined;
  };

  const read = async (order: ExtractionRequest): Promise<Document> => {
    clearTimeout(idle);
    thread ??= started(entry, bounds);
    const document = await answer(thread, order, bounds);
    // One that failed may be gone, and is trusted with no other document.
    if (isUnreadable(document)) stop();
    else idle = setTimeout(stop, IDLE_MILLISECONDS).unref();
    return document;
  };

  return (format, bytes) => {
    const turn = last.then(() => read({ format, bytes }));
    last = turn;
    return turn;
  };
}

function started(entry: string | URL, { megabytes }: Bounds): Worker {
  const thread = new Worker(entry, {
    // What a library writes there would stand in the middle of the protocol.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  // One that is stopped may still fail, and nobody waits for it any more.
  return thread.on('error', () => undefined);
}

/** Does not reject. */
function answer(thread: Worker, order: ExtractionRequest, bounds: Bounds): Promise<Document> {
  const { milliseconds, megabytes } = bounds;
  const most = process.memoryUsage.rss() + GROWTH * megabytes * 1024 * 1024;
  return new Promise((resolve) => {
    const settle = (document: Document): void => {
      clearTimeout(limit);
      clearInterval(watch);
      thread.off('message', settle).off('error', fail).off('exit', leave).unref();
      resolve(document);
    };
    const fail = (error: NodeJS.ErrnoException): void =>
      settle({
        isPassing: true,
        unreadable:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? TOO_MUCH_MEMORY
            : `cannot be read (${error.message})`,
      });
    const leave = (): void => settle({ unreadable: 'cannot be read', isPassing: true });
    const limit = setTimeout(
      () => settle({ unreadable: 'takes too long to read', isPassing: true }),
      milliseconds,
    );
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most)
        settle({ unreadable: TOO_MUCH_MEMORY, isPassing: true });
    }, WATCH_MILLISECONDS);
    thread.once('message', settle).once('error', fail).once('exit', leave).ref();
    thread.postMessage(order);
  });
}
