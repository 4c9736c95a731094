import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReaderAnswer } from '../inference/readerMessages.js';
import type { StartReaderWorker } from '../inference/workerReader.js';

/**
 * Starts readers in WebAssembly on threads. A thread keeps the process alive only while a request waits for its answer.
 *
 * @param bundles The folder with the bundle of `readerWorker.ts` and the files of the readers.
 */
export function readerThreads(bundles: string): StartReaderWorker {
  return ({ answer, end }) => {
    const entry = join(bundles, 'readerWorker.mjs');
    const thread = new Worker(entry, { workerData: bundles, stdout: true, stderr: true });
    thread.unref();
    // Nobody reads the output of the runtime, which would pile up.
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
