import type { EncoderSession } from './encoderSession.js';

/** The file of a model, in ONNX. */
export interface ModelFile {
  /** Where it is on the disk; left out where there is none. */
  readonly path?: string;
  /** Reads it. The bytes are not kept. */
  readonly read: () => Promise<Uint8Array>;
}

/** What runs models: one of the two runtimes. */
export interface Engine {
  /** As the log and the status bar have it. */
  readonly name: EngineName;
  /** Loads a model. Rejects where the runtime does not load or the file is missing or damaged. */
  open(model: ModelFile): Promise<EncoderSession>;
}

/** The engine of the desktop, and the one that runs everywhere. */
export type EngineName = 'native engine' | 'WebAssembly';
