import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { READER_FILES } from '../server/inference/readerFiles.js';
import type { ReaderFiles } from '../server/inference/readerModel.js';

const MODELS = new URL('../models/', import.meta.url);

/** The readers' files from training, not from the build: unit tests need no build. */
export function trainedModels(): ReaderFiles {
  const text = (name: string): string => readFileSync(new URL(name, MODELS), 'utf8');
  return {
    sentence: {
      model: { read: () => readFile(new URL('sentence/model.onnx', MODELS)) },
      labels: text('sentence/labels.json'),
      base: { vocabulary: text('sentence/vocabulary.txt') },
    },
  };
}

/** The WebAssembly of the runtime, from its package. */
export function webAssembly(): Uint8Array {
  const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
  return readFileSync(join(runtime, READER_FILES.runtime));
}
