import './noTelemetry.js';
import { InferenceSession, Tensor, env } from 'onnxruntime-node';
import { encoderSession } from './encoderSession.js';
import type { Engine } from './engine.js';

/** From so many processors on, a second thread leaves enough of them to the editor. */
const MANY_PROCESSORS = 4;

/**
 * The engine of the desktop, in native code. Importing this file loads it, and throws where that fails.
 *
 * @param processors How many the machine has.
 */
export function nativeEngine(processors: number): Engine {
  return {
    name: 'native engine',
    open: async (model) => {
      env.logLevel = 'error';
      const session = await InferenceSession.create(model, {
        executionProviders: ['cpu'],
        graphOptimizationLevel: 'all',
        executionMode: 'sequential',
        intraOpNumThreads: processors < MANY_PROCESSORS ? 1 : 2,
        interOpNumThreads: 1,
        // Processors without instructions for such products would add in 16 bits, which overflow.
        extra: { session: { x64quantprecision: '1' } },
      });
      return encoderSession(session, Tensor);
    },
  };
}
