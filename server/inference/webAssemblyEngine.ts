import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';
import { encoderSession } from './encoderSession.js';
import type { Engine } from './engine.js';

/**
 * The engine of browsers, and of any machine on which the native one does not load. A model takes
 * about half a second to load.
 *
 * @param runtime Its WebAssembly; used when the first model is opened.
 */
export function webAssemblyEngine(runtime: Uint8Array): Engine {
  return {
    name: 'WebAssembly',
    open: async ({ read }) => {
      // A thread of its own would need shared memory, which browsers give only to isolated pages.
      env.wasm.numThreads = 1;
      env.wasm.wasmBinary = runtime;
      env.logLevel = 'error';
      const session = await InferenceSession.create(await read(), {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
      });
      return encoderSession(session, Tensor);
    },
  };
}
