import { parentPort } from 'node:worker_threads';
import { lessonBytes } from '../reference/lessonBytes.js';
import { provideWeights } from '../weights.js';
import { type Material, lessonsIn } from './material.js';

provideWeights(__dirname);

/** What the thread answers: the bytes of the lessons of a `Material`; `undefined` for `undefined`. */
export type Answer = readonly Uint8Array[] | undefined;

parentPort?.on('message', (material: Material) => {
  const lessons: Answer = lessonsIn(material)?.map(lessonBytes);
  parentPort?.postMessage(
    lessons,
    lessons?.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
