import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { READER_FILES } from '../server/inference/readerFiles.js';
import type { ReaderFiles } from '../server/inference/readerModel.js';
import type { ModelFiles } from '../server/inference/trainedModels.js';

const MODELS = new URL('../models/', import.meta.url);

/** The readers' files from training, not from the build: unit tests need no build. */
export function trainedModels(): ReaderFiles {
  const text = (name: string): string => readFileSync(new URL(name, MODELS), 'utf8');
  const base = { vocabulary: text('sentence/vocabulary.txt') };
  const files = (name: string): ModelFiles => ({
    model: { read: () => readFile(new URL(`${name}/model.onnx`, MODELS)) },
    labels: text(`${name}/labels.json`),
    base,
  });
  return { sentence: files('sentence'), claim: files('claim') };
}

/** The WebAssembly of the runtime, from its package. */
export function webAssembly(): Uint8Array {
  const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
  return readFileSync(join(runtime, READER_FILES.runtime));
}
