import { READER_FILES } from '../inference/readerFiles.js';
import type { ReaderAnswer } from '../inference/readerMessages.js';
import { ReadingQueue } from '../inference/readingQueue.js';
import {
  type ReaderReports,
  type StartReaderWorker,
  type Timer,
  WorkerReader,
} from '../inference/workerReader.js';
import type { Workspace } from '../workspace/workspace.js';
import { SMALL_WEIGHTS } from './smallWeights.js';

/** The first message to the worker: the files that the readers need. */
export interface BrowserReaderFiles {
  /** The WebAssembly of the runtime. */
  readonly runtime: Uint8Array;
  readonly model: Uint8Array;
  readonly labels: string;
  readonly claimModel: Uint8Array;
  readonly claimLabels: string;
  readonly vocabulary: string;
}

/** The part of a browser's workers that is used here; `undefined` in a browser whose workers cannot start others. */
declare const Worker: WorkerConstructor | undefined;
type WorkerConstructor = new (
  url: string,
  options: { readonly name: string },
) => {
  postMessage(message: unknown, transfer?: readonly ArrayBufferLike[]): void;
  addEventListener(
    type: 'message' | 'error',
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
  terminate(): void;
};

/** Larger than any file of the readers, in bytes. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The readers in a worker started by this one with the first sentence or claim.
 *
 * @param installation The folder of the extension.
 */
export function createBrowserReader(
  installation: Pick<Workspace, 'readBytes'>,
  reports: ReaderReports,
): ReadingQueue {
  const host = {
    engine: 'WebAssembly',
    weights: SMALL_WEIGHTS,
    start: workers(installation),
  } as const;
  return new ReadingQueue(new WorkerReader([host], timer, reports));
}

function workers(installation: Pick<Workspace, 'readBytes'>): StartReaderWorker {
  const bytes = (name: string): Promise<Uint8Array> =>
    installation.readBytes(`dist/${name}`, MOST_BYTES);
  const text = async (name: string): Promise<string> => new TextDecoder().decode(await bytes(name));
  return async ({ answer, end }) => {
    if (Worker === undefined) throw new Error('this browser gives its workers no workers');
    const [code, runtime, model, labels, claimModel, claimLabels, vocabulary] = await Promise.all([
      bytes('web/readerWorker.js'),
      bytes(READER_FILES.runtime),
      bytes(READER_FILES.model),
      text(READER_FILES.labels),
      bytes(READER_FILES.claimModel),
      text(READER_FILES.claimLabels),
      text(READER_FILES.vocabulary),
    ]);
    // The editor provides the code, because a worker could not load it from the folder of the
    // extension.
    const url = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
    const worker = new Worker(url, { name: 'Copydesk readers' });
    worker.addEventListener('message', ({ data }) => answer(data as ReaderAnswer));
    worker.addEventListener('error', ({ message }) => end(message ?? 'its worker ended'));
    const files: BrowserReaderFiles = {
      runtime,
      model,
      labels,
      claimModel,
      claimLabels,
      vocabulary,
    };
    worker.postMessage(files, [runtime.buffer, model.buffer, claimModel.buffer]);
    return {
      post: (request) => worker.postMessage(request),
      stop: () => {
        worker.terminate();
        URL.revokeObjectURL(url);
      },
    };
  };
}

const timer: Timer = (run, milliseconds) => {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
};
