import { parentPort } from 'node:worker_threads';
import { encodeSourceIndex } from '../reference/sourceIndexBytes.js';
import { provideWeights } from './weights.js';
import { type IngestAnswer, type SourceInput, indexesOf } from '../sources/sourceInput.js';

provideWeights(__dirname);

parentPort?.on('message', (material: SourceInput) => {
  const lessons: IngestAnswer = indexesOf(material)?.map(encodeSourceIndex);
  parentPort?.postMessage(
    lessons,
    lessons?.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
