import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';
import type { SentenceReading, SentenceRequest } from './readings.js';
import { SentenceEncoder } from './sentenceEncoder.js';
import { WordPieces } from './wordPieces.js';
import { type ReaderLabels, readingOf } from './wordReadings.js';

/** The files that a sentence model is made of. */
export interface ReaderFiles {
  /** The WebAssembly of the runtime. */
  readonly runtime: Uint8Array;
  /** The model, in ONNX. */
  readonly model: Uint8Array;
  /** The text of `labels.json`. */
  readonly labels: string;
  /** The text of `vocabulary.txt`. */
  readonly vocabulary: string;
}

/** A sentence reader in this thread. */
export interface SentenceModel {
  /** Reads a sentence. Rejects if the runtime fails. */
  read(request: SentenceRequest): Promise<SentenceReading>;
}

/** Loads the model, which takes about half a second. Rejects where WebAssembly is missing or a file is damaged. */
export async function loadSentenceModel(files: ReaderFiles): Promise<SentenceModel> {
  // A thread of its own would need memory that is shared, which browsers give only to isolated pages.
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = files.runtime;
  env.logLevel = 'error';
  // The labels are built with the model.
  const labels = JSON.parse(files.labels) as ReaderLabels;
  const encoder = new SentenceEncoder(new WordPieces(files.vocabulary), labels.roles);
  const session = await InferenceSession.create(files.model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  return {
    // One at a time: the int8 matrices scale their input by its largest value, so that sentences of one batch would
    // change each other's readings.
    read: async (request) => {
      const encoded = encoder.encode(request);
      const { ids, types } = encoded;
      const mask = ids.map(() => 1);
      const outputs = await session.run({
        ids: integers(ids),
        types: integers(types),
        mask: integers(mask),
      });
      const logits = { kinds: numbersOf(outputs.kinds), edits: numbersOf(outputs.edits) };
      return readingOf(encoded, logits, labels);
    },
  };
}

/** An input of the model, for one sentence. */
function integers(numbers: readonly number[]): Tensor {
  return new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
}

function numbersOf(output: Tensor | undefined): Float32Array {
  if (output?.data instanceof Float32Array) return output.data;
  throw new Error('the model gives no numbers');
}
