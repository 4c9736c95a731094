import { constants, setPriority } from 'node:os';
import { type ReaderRequest, answerRequests } from '../inference/readerMessages.js';
import { type ReaderModel, loadReaderModel } from '../inference/readerModel.js';
import { largestWeights, readModelFiles } from './modelFiles.js';
import { thisProcessor } from './processor.js';

try {
  // Set before the engine starts its threads, which inherit it.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // If the system forbids it, the process runs as it is.
}

const load = async (): Promise<ReaderModel> => {
  // Loads the native code, which may fail.
  const { nativeEngine } = await import('../inference/nativeEngine.js');
  const files = await readModelFiles(__dirname, largestWeights(__dirname));
  return loadReaderModel(nativeEngine(thisProcessor()), files);
};

const answer = answerRequests(load, (answered) => {
  // If the server has just ended, this process will end too.
  process.send?.(answered, undefined, undefined, () => undefined);
});
process.on('message', (request) => answer(request as ReaderRequest));
process.on('disconnect', () => process.exit());
