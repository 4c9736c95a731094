import type { EncoderSession } from './encoderSession.js';

/** The file of a model, in ONNX. */
export interface ModelFile {
  /** Its path on disk; left out if it has none. */
  readonly path?: string;
  /** Reads it. The bytes are not kept. */
  readonly read: () => Promise<Uint8Array>;
}

/** One of the two runtimes, which runs models. */
export interface Engine {
  /** Its name in the log and the status bar. */
  readonly name: EngineName;
  /** Loads a model. Rejects if the runtime does not load or the file is missing or damaged. */
  open(model: ModelFile): Promise<EncoderSession>;
}

/** The engine of the desktop, and the one that runs everywhere. */
export type EngineName = 'native engine' | 'WebAssembly';
