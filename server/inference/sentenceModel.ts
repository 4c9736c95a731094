import type { SentenceReading, SentenceRequest } from './readings.js';
import { SentenceEncoder } from './sentenceEncoder.js';
import type { ModelFiles, ModelLabels, TrainedModels } from './trainedModels.js';
import { type ReaderLabels, readingOf } from './wordReadings.js';

/** Reads a sentence. Rejects if the engine fails. */
export type ReadSentence = (request: SentenceRequest) => Promise<SentenceReading>;

/** Loads the sentence reader. Rejects where the engine does not load or a file is damaged. */
export async function loadSentenceModel(
  models: TrainedModels,
  files: ModelFiles,
): Promise<ReadSentence> {
  // The labels are built with the model.
  const labels = JSON.parse(files.labels) as ReaderLabels & ModelLabels;
  const model = await models.open(files, labels);
  const encoder = new SentenceEncoder(model.pieces, labels.roles);
  return async (request) => {
    const encoded = encoder.encode(request);
    const output = await model.run(encoded);
    return readingOf(encoded, { kinds: output('kinds'), edits: output('edits') }, labels);
  };
}
