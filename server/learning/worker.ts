import { parentPort } from 'node:worker_threads';
import { type Source, learnSource } from '../reference/learn.js';
import { lessonBytes } from '../reference/lessonBytes.js';
import { provideWeights } from '../weights.js';

provideWeights(__dirname);

parentPort?.on('message', (source: Source) => {
  parentPort?.postMessage(lessonBytes(learnSource(source)));
});
