import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { READER_FILES } from '../inference/readerFiles.js';
import { ReadingQueue } from '../inference/readingQueue.js';
import { type ReaderReports, type Timer, WorkerReader } from '../inference/workerReader.js';
import { createReadingCache } from '../session/readingCache.js';
import { largestWeights } from './modelFiles.js';
import { readerProcesses } from './readerProcesses.js';
import { readerThreads } from './readerThreads.js';
import { SMALL_WEIGHTS } from './smallWeights.js';

/**
 * The readers in native code if it loads, otherwise in WebAssembly, started with the first sentence
 * or claim.
 *
 * @param bundles The folder with the bundles and the files of the readers.
 * @param storage The folder for stored readings; `undefined` to store none.
 * @param atOnce The number of requests that the readers get at once.
 */
export function createNodeReader(
  bundles: string,
  storage: string | undefined,
  reports: ReaderReports,
  atOnce?: number,
): ReadingQueue {
  const version = (): Promise<string> => readFile(join(bundles, READER_FILES.version), 'utf8');
  const store =
    storage === undefined ? undefined : createReadingCache(storage, version, reports.warn);
  const reader = new WorkerReader(
    [
      {
        engine: 'native engine',
        weights: largestWeights(bundles, reports.warn),
        start: readerProcesses(bundles),
      },
      { engine: 'WebAssembly', weights: SMALL_WEIGHTS, start: readerThreads(bundles) },
    ],
    timer,
    reports,
  );
  return new ReadingQueue(reader, store, atOnce);
}

/** Does not keep the process alive. */
const timer: Timer = (run, milliseconds) => {
  const timeout = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timeout);
};
