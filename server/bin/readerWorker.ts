import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { answerRequests } from '../inference/readerMessages.js';
import { type ReaderModel, loadReaderModel } from '../inference/readerModel.js';
import { READER_FILES } from '../inference/readerFiles.js';
import { webAssemblyEngine } from '../inference/webAssemblyEngine.js';
import { readModelFiles } from './modelFiles.js';
import { SMALL_WEIGHTS } from './smallWeights.js';

/** The folder of the bundles. */
const folder = String(workerData);

const load = async (): Promise<ReaderModel> => {
  const [runtime, files] = await Promise.all([
    readFile(join(folder, READER_FILES.runtime)),
    readModelFiles(folder, SMALL_WEIGHTS),
  ]);
  return loadReaderModel(webAssemblyEngine(runtime), files);
};

parentPort?.on(
  'message',
  answerRequests(load, (answer) => parentPort?.postMessage(answer)),
);
