import { type ReadCloze, loadClozeModel } from './clozeModel.js';
import type { Engine } from './engine.js';
import {
  type Reading,
  type ReadingRequest,
  isJudgeRequest,
  isSentenceRequest,
} from './readings.js';
import { loadSentenceModel } from './sentenceModel.js';
import { WordPieces } from './wordPieces.js';

/** The files that the readers are made of. */
export interface ReaderFiles {
  /** Read the models, in ONNX, and the texts of their `labels.json`. */
  readonly model: () => Promise<Uint8Array>;
  readonly labels: string;
  readonly claimModel: () => Promise<Uint8Array>;
  readonly claimLabels: string;
  /** The text of `vocabulary.txt`, which both have in common. */
  readonly vocabulary: string;
}

/** Both readers in this thread. */
export interface ReaderModel {
  /** Reads a sentence or a claim; `undefined` if there is no reader for it. Rejects if the engine fails. */
  read(request: ReadingRequest): Promise<Reading | undefined>;
}

/**
 * Loads the sentence reader, and the claim reader at the first claim: a draft without sources has none. Rejects where
 * the engine does not load or a file is damaged.
 */
export async function loadReaderModel(engine: Engine, files: ReaderFiles): Promise<ReaderModel> {
  const { model, labels, claimModel, claimLabels } = files;
  const pieces = new WordPieces(files.vocabulary);
  const readSentence = await loadSentenceModel(engine, { model, labels }, pieces);
  let readCloze: Promise<ReadCloze> | undefined;
  return {
    read: async (request) => {
      if (isSentenceRequest(request)) return readSentence(request);
      if (isJudgeRequest(request)) return undefined;
      readCloze ??= loadClozeModel(engine, { model: claimModel, labels: claimLabels }, pieces);
      return (await readCloze)(request);
    },
  };
}
