import { openEncoder } from './encoderSession.js';
import type { SentenceReading, SentenceRequest } from './readings.js';
import { SentenceEncoder } from './sentenceEncoder.js';
import type { WordPieces } from './wordPieces.js';
import { type ReaderLabels, readingOf } from './wordReadings.js';

/** The files that a model is made of, beside its vocabulary. */
export interface ModelFiles {
  /** The WebAssembly of the runtime. */
  readonly runtime: Uint8Array;
  /** The model, in ONNX. */
  readonly model: Uint8Array;
  /** The text of `labels.json`. */
  readonly labels: string;
}

/** Reads a sentence. Rejects if the runtime fails. */
export type ReadSentence = (request: SentenceRequest) => Promise<SentenceReading>;

/** Loads the sentence reader into this thread. Rejects where WebAssembly is missing or a file is damaged. */
export async function loadSentenceModel(
  { runtime, model, labels: text }: ModelFiles,
  pieces: WordPieces,
): Promise<ReadSentence> {
  // The labels are built with the model.
  const labels = JSON.parse(text) as ReaderLabels;
  const encoder = new SentenceEncoder(pieces, labels.roles);
  const session = await openEncoder(runtime, model);
  return async (request) => {
    const encoded = encoder.encode(request);
    const output = await session.run(encoded);
    return readingOf(encoded, { kinds: output('kinds'), edits: output('edits') }, labels);
  };
}
