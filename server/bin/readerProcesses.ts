import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderAnswer } from '../inference/readerMessages.js';
import type { StartReaderWorker } from '../inference/workerReader.js';

/**
 * Starts readers in native code, each in a process of its own: if that code crashes, nothing else does. A process keeps
 * this one alive only while a request waits for its answer.
 *
 * @param bundles The folder with the bundle of `readerProcess.ts` and the files of the readers.
 */
export function readerProcesses(bundles: string): StartReaderWorker {
  return async ({ answer, end }) => {
    if (!existsSync(join(bundles, 'native')))
      throw new Error(`this package has none for ${process.platform}-${process.arch}`);
    const child = fork(join(bundles, 'readerProcess.cjs'), {
      serialization: 'advanced',
      // Nobody reads the output of the runtime.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...process.env,
        // In an editor, this process runs a browser that serves as Node.
        ELECTRON_RUN_AS_NODE: '1',
        // The initial threshold of glibc. Otherwise glibc would raise it, and keep half of the
        // memory that loading a model needs for a moment.
        MALLOC_MMAP_THRESHOLD_: '131072',
      },
    });
    const setBusy = (isBusy: boolean): void => {
      for (const handle of [child, child.channel]) {
        if (isBusy) handle?.ref();
        else handle?.unref();
      }
    };
    setBusy(false);
    child.on('message', (message) => {
      setBusy(false);
      answer(message as ReaderAnswer);
    });
    child.on('error', ({ message }) => answer({ kind: 'unusable', reason: message }));
    child.on('exit', (code, signal) => end(`its process ended (${signal ?? `status ${code}`})`));
    return Promise.resolve({
      post: (request) => {
        setBusy(true);
        // If the process has ended, its exit reports that.
        child.send(request, () => undefined);
      },
      stop: () => void child.kill('SIGKILL'),
    });
  };
}
