import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';

/** A text as an encoder reads it: the ids of its pieces, and their types, of equal length. */
export interface EncoderInput {
  readonly ids: readonly number[];
  readonly types: readonly number[];
}

/** An exported encoder in this thread. */
export interface EncoderSession {
  /**
   * The outputs for one input, by name; a row for each piece. One at a time: the int8 matrices scale their input by its
   * largest value, so that inputs of one batch would change each other's outputs. Rejects if the runtime fails.
   */
  run(input: EncoderInput): Promise<(output: string) => Float32Array>;
}

/**
 * Loads a model, which takes about half a second. Rejects where WebAssembly is missing or a file is damaged.
 *
 * @param runtime The WebAssembly of the runtime; used at the first call.
 * @param model The model, in ONNX.
 */
export async function openEncoder(runtime: Uint8Array, model: Uint8Array): Promise<EncoderSession> {
  // A thread of its own would need memory that is shared, which browsers give only to isolated pages.
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = runtime;
  env.logLevel = 'error';
  const session = await InferenceSession.create(model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  return {
    run: async ({ ids, types }) => {
      const mask = ids.map(() => 1);
      const outputs = await session.run({
        ids: integers(ids),
        types: integers(types),
        mask: integers(mask),
      });
      return (output) => numbersOf(outputs[output]);
    },
  };
}

/** An input of the model, for one text. */
function integers(numbers: readonly number[]): Tensor {
  return new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
}

function numbersOf(output: Tensor | undefined): Float32Array {
  if (output?.data instanceof Float32Array) return output.data;
  throw new Error('the model gives no numbers');
}
