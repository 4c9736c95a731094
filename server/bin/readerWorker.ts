import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { answerRequests } from '../inference/readerMessages.js';
import { type ReaderModel, loadReaderModel } from '../inference/readerModel.js';
import { READER_FILES } from '../inference/readerFiles.js';

/** The folder of the bundles. */
const folder = String(workerData);
const bytes = (name: string): Promise<Uint8Array> => readFile(join(folder, name));
const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

const load = async (): Promise<ReaderModel> => {
  const [runtime, model, labels, claimModel, claimLabels, vocabulary] = await Promise.all([
    bytes(READER_FILES.runtime),
    bytes(READER_FILES.model),
    text(READER_FILES.labels),
    bytes(READER_FILES.claimModel),
    text(READER_FILES.claimLabels),
    text(READER_FILES.vocabulary),
  ]);
  return loadReaderModel({ runtime, model, labels, claimModel, claimLabels, vocabulary });
};

parentPort?.on(
  'message',
  answerRequests(load, (answer) => parentPort?.postMessage(answer)),
);
