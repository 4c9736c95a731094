import { ClozeEncoder, type EncodedCloze, NO_VALUE } from './clozeEncoder.js';
import { feedsOf } from './encoderSession.js';
import type { Engine } from './engine.js';
import type { ClozeReading, ClozeRequest } from './readings.js';
import type { ModelFiles } from './sentenceModel.js';
import { rounded, softmax } from './softmax.js';
import type { WordPieces } from './wordPieces.js';

/** Reads a claim. Rejects if the engine fails. */
export type ReadCloze = (request: ClozeRequest) => Promise<ClozeReading>;

/** What the claim reader was trained with. */
interface ClozeLabels {
  /** Stems of words that are in every text. */
  readonly functionWords: readonly string[];
}

/** Loads the claim reader into this thread. Rejects where the engine does not load or a file is damaged. */
export async function loadClozeModel(
  engine: Engine,
  { model, labels }: ModelFiles,
  pieces: WordPieces,
): Promise<ReadCloze> {
  // The labels are built with the model.
  const { functionWords } = JSON.parse(labels) as ClozeLabels;
  const encoder = new ClozeEncoder(pieces, new Set(functionWords));
  const session = await engine.open(await model());
  return async (request) => {
    const encoded = encoder.encode(request);
    if (encoded === undefined) return { values: request.values.map(() => null) };
    const output = await session.run(feedsOf(encoded));
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
