import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { READER_FILES } from '../inference/readerFiles.js';
import type { ReaderAnswer } from '../inference/readerMessages.js';
import { ReadingQueue } from '../inference/readingQueue.js';
import { type StartReaderWorker, type Timer, WorkerReader } from '../inference/workerReader.js';
import { createReadingCache } from '../session/readingCache.js';

/**
 * The readers on a thread, which is started with the first sentence or claim.
 *
 * @param bundles The folder with the bundle of `readerWorker.ts` and the files of the reader.
 * @param storage The folder for stored readings; `undefined` to store none.
 * @param warn Receives a plain sentence for the user.
 * @param atOnce How many requests the thread is given at once.
 */
export function createNodeReader(
  bundles: string,
  storage: string | undefined,
  warn: (message: string) => void,
  atOnce?: number,
): ReadingQueue {
  const version = (): Promise<string> => readFile(join(bundles, READER_FILES.version), 'utf8');
  const store = storage === undefined ? undefined : createReadingCache(storage, version, warn);
  return new ReadingQueue(new WorkerReader(threads(bundles), timer, warn), store, atOnce);
}

/** Starts readers on threads. A thread keeps the process alive only while a request waits for its answer. */
function threads(bundles: string): StartReaderWorker {
  return ({ answer, end }) => {
    const entry = join(bundles, 'readerWorker.mjs');
    const thread = new Worker(entry, { workerData: bundles, stdout: true, stderr: true });
    thread.unref();
    // What the runtime prints is for nobody, and would pile up unread.
    thread.stdout.resume();
    thread.stderr.resume();
    let reason = 'its thread ended';
    thread.on('message', (message: ReaderAnswer) => {
      thread.unref();
      answer(message);
    });
    thread.on('error', (error) => {
      reason = error.message;
    });
    thread.on('exit', () => end(reason));
    return Promise.resolve({
      post: (request) => {
        thread.ref();
        thread.postMessage(request);
      },
      stop: () => void thread.terminate(),
    });
  };
}

/** Does not keep the process alive. */
const timer: Timer = (run, milliseconds) => {
  const timeout = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timeout);
};
