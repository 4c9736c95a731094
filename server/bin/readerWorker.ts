import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { answerRequests } from '../inference/readerMessages.js';
import { loadSentenceModel } from '../inference/sentenceModel.js';
import { READER_FILES } from '../inference/readerFiles.js';

/** The folder of the bundles. */
const folder = String(workerData);
const bytes = (name: string): Promise<Uint8Array> => readFile(join(folder, name));
const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

const load = async (): ReturnType<typeof loadSentenceModel> => {
  const [runtime, model, labels, vocabulary] = await Promise.all([
    bytes(READER_FILES.runtime),
    bytes(READER_FILES.model),
    text(READER_FILES.labels),
    text(READER_FILES.vocabulary),
  ]);
  return loadSentenceModel({ runtime, model, labels, vocabulary });
};

parentPort?.on(
  'message',
  answerRequests(load, (answer) => parentPort?.postMessage(answer)),
);
