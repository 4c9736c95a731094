import { feedsOf } from './encoderSession.js';
import type { Engine } from './engine.js';
import type { SentenceReading, SentenceRequest } from './readings.js';
import { SentenceEncoder } from './sentenceEncoder.js';
import type { WordPieces } from './wordPieces.js';
import { type ReaderLabels, readingOf } from './wordReadings.js';

/** The files that a model is made of, beside its vocabulary. */
export interface ModelFiles {
  /** Reads the model, in ONNX; it is not kept. */
  readonly model: () => Promise<Uint8Array>;
  /** The text of `labels.json`. */
  readonly labels: string;
}

/** Reads a sentence. Rejects if the engine fails. */
export type ReadSentence = (request: SentenceRequest) => Promise<SentenceReading>;

/** Loads the sentence reader into this thread. Rejects where the engine does not load or a file is damaged. */
export async function loadSentenceModel(
  engine: Engine,
  { model, labels: text }: ModelFiles,
  pieces: WordPieces,
): Promise<ReadSentence> {
  // The labels are built with the model.
  const labels = JSON.parse(text) as ReaderLabels;
  const encoder = new SentenceEncoder(pieces, labels.roles);
  const session = await engine.open(await model());
  return async (request) => {
    const encoded = encoder.encode(request);
    const output = await session.run(feedsOf(encoded));
    return readingOf(encoded, { kinds: output('kinds'), edits: output('edits') }, labels);
  };
}
