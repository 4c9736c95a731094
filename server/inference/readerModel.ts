import { type ReadCloze, loadClozeModel } from './clozeModel.js';
import type { Engine } from './engine.js';
import { type JudgeClaim, loadJudgeModel } from './judgeModel.js';
import {
  type Reading,
  type ReadingRequest,
  isJudgeRequest,
  isSentenceRequest,
} from './readings.js';
import { loadSentenceModel } from './sentenceModel.js';
import { type ModelFiles, TrainedModels } from './trainedModels.js';

/** The files that the readers are made of. */
export interface ReaderFiles {
  readonly sentence: ModelFiles;
  readonly claim: ModelFiles;
  /** Left out where there is no judge. */
  readonly judge?: ModelFiles;
}

/** All readers in this thread. */
export interface ReaderModel {
  /** Reads a sentence or a claim; `undefined` if there is no reader for it. Rejects if the engine fails. */
  read(request: ReadingRequest): Promise<Reading | undefined>;
}

/**
 * Loads the sentence reader, and those of claims with the first claim for each: a draft without sources has none. Rejects
 * where the engine does not load or a file is damaged.
 */
export async function loadReaderModel(
  engine: Engine,
  { sentence, claim, judge }: ReaderFiles,
): Promise<ReaderModel> {
  const models = new TrainedModels(engine);
  const readSentence = await loadSentenceModel(models, sentence);
  let readCloze: Promise<ReadCloze> | undefined;
  let judgeClaim: Promise<JudgeClaim> | undefined;
  return {
    read: async (request) => {
      if (isSentenceRequest(request)) return readSentence(request);
      if (!isJudgeRequest(request))
        return (await (readCloze ??= loadClozeModel(models, claim)))(request);
      if (judge === undefined) return undefined;
      return (await (judgeClaim ??= loadJudgeModel(models, judge)))(request);
    },
  };
}
