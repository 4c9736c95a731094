import { InferenceSession, Tensor, env } from 'onnxruntime-node';
import { encoderSession } from './encoderSession.js';
import type { Engine } from './engine.js';

/** The processor that the engine runs on. */
export interface Processor {
  /** The number of threads that it runs at once. */
  readonly count: number;
  /**
   * False if it may lack instructions that add products of bytes in 32 bits: in 16 bits the sums
   * overflow.
   */
  readonly isExact: boolean;
}

/** From this number of threads on, a second one for the readers leaves enough to the editor. */
const MANY = 4;

/**
 * The engine of the desktop, in native code. Importing this file loads that code, and throws if
 * loading fails.
 */
export function nativeEngine({ count, isExact }: Processor): Engine {
  return {
    name: 'native engine',
    open: async ({ path, read }) => {
      env.logLevel = 'error';
      const options: InferenceSession.SessionOptions = {
        executionProviders: ['cpu'],
        // Memory for a text is freed afterwards: otherwise it would grow to a third of the models.
        // That costs a tenth of the time.
        enableCpuMemArena: false,
        graphOptimizationLevel: 'all',
        executionMode: 'sequential',
        intraOpNumThreads: count < MANY ? 1 : 2,
        interOpNumThreads: 1,
        // Sums in 32 bits, on any processor, take half as long again.
        ...(isExact ? {} : { extra: { session: { x64quantprecision: '1' } } }),
      };
      // Given a path, the runtime reads the file piece by piece.
      const session = await (path === undefined
        ? InferenceSession.create(await read(), options)
        : InferenceSession.create(path, options));
      return encoderSession(session, Tensor);
    },
  };
}
