import { parentPort } from 'node:worker_threads';
import { lessonBytes } from '../reference/sourceIndexBytes.js';
import { provideWeights } from './weights.js';
import { type IngestAnswer, type Material, lessonsIn } from '../sources/sourceInput.js';

provideWeights(__dirname);

parentPort?.on('message', (material: Material) => {
  const lessons: IngestAnswer = lessonsIn(material)?.map(lessonBytes);
  parentPort?.postMessage(
    lessons,
    lessons?.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
