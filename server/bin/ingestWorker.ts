import { parentPort } from 'node:worker_threads';
import { encodeSourceIndex } from '../reference/sourceIndexBytes.js';
import { provideWeights } from './weights.js';
import { type IngestResponse, type SourceInput, indexesOf } from '../sources/sourceInput.js';

provideWeights(__dirname);

parentPort?.on('message', (source: SourceInput) => {
  const response: IngestResponse = indexesOf(source)?.map(encodeSourceIndex);
  parentPort?.postMessage(
    response,
    response?.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
