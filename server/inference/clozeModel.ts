import { ClozeEncoder, type EncodedCloze, NO_VALUE } from './clozeEncoder.js';
import type { ClozeReading, ClozeRequest } from './readings.js';
import { rounded, softmax } from './softmax.js';
import type { ModelFiles, ModelLabels, TrainedModels } from './trainedModels.js';

/** Reads a claim. Rejects if the engine fails. */
export type ReadCloze = (request: ClozeRequest) => Promise<ClozeReading>;

/** What the claim reader was trained with. */
interface ClozeLabels extends ModelLabels {
  /** Stems of words that are in every text. */
  readonly functionWords: readonly string[];
}

/** Loads the claim reader. Rejects where the engine does not load or a file is damaged. */
export async function loadClozeModel(models: TrainedModels, files: ModelFiles): Promise<ReadCloze> {
  // The labels are built with the model.
  const labels = JSON.parse(files.labels) as ClozeLabels;
  const model = await models.open(files, labels);
  const encoder = new ClozeEncoder(model.pieces, new Set(labels.functionWords));
  return async (request) => {
    const encoded = encoder.encode(request);
    if (encoded === undefined) return { values: request.values.map(() => null) };
    const output = await model.run(encoded);
    return clozeReadingOf(encoded, output('places'));
  };
}

/** The reading of a claim by the logits of its pieces: only a word of the passage, or none, can be what is hidden. */
export function clozeReadingOf(
  { words, values }: Pick<EncodedCloze, 'words' | 'values'>,
  logits: Float32Array,
): ClozeReading {
  const places = [NO_VALUE, ...words];
  const shares = softmax(places.map((place) => logits[place] ?? -Infinity));
  const byPlace = new Map(places.map((place, at) => [place, shares[at] ?? 0]));
  return {
    values: values.map((own) =>
      own === undefined
        ? null
        : rounded(own.reduce((sum, place) => sum + (byPlace.get(place) ?? 0), 0)),
    ),
  };
}
