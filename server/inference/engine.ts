import type { EncoderSession } from './encoderSession.js';

/** What runs models: one of the two runtimes. */
export interface Engine {
  /** As the log and the status bar have it. */
  readonly name: EngineName;
  /** Loads a model, in ONNX. Rejects where the runtime does not load or the model is damaged. */
  open(model: Uint8Array): Promise<EncoderSession>;
}

/** The engine of the desktop, and the one that runs everywhere. */
export type EngineName = 'native engine' | 'WebAssembly';
