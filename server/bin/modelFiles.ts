import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readJudgeDecisions } from '../inference/judgeDecisions.js';
import { reasonOf } from '../inference/readerMessages.js';
import { LARGE_READER_FILES, READER_FILES } from '../inference/readerFiles.js';
import type { ReaderFiles } from '../inference/readerModel.js';
import type { ReaderWeights } from '../inference/readerWeights.js';
import type { SentenceDecisions } from '../inference/readings.js';
import type { BaseFiles, ModelFiles } from '../inference/trainedModels.js';
import { SMALL_WEIGHTS } from './smallWeights.js';

/**
 * The largest weights that `folder` has for each reader: the large ones of the sentence reader, of
 * the judge, or of both, and otherwise the small ones.
 *
 * @param warn Receives the problems of weights that exist but cannot be used.
 */
export function largestWeights(
  folder: string,
  warn: (message: string) => void = () => undefined,
): ReaderWeights {
  const path = (name: string): string => join(folder, name);
  const text = (name: string): string => readFileSync(path(name), 'utf8');
  const hasLargeSentence = existsSync(path(LARGE_READER_FILES.model));
  const hasJudge = existsSync(path(LARGE_READER_FILES.judgeModel));
  if (!hasLargeSentence && !hasJudge) return SMALL_WEIGHTS;
  try {
    const decisions = hasLargeSentence
      ? // Built together with the model.
        (JSON.parse(text(LARGE_READER_FILES.decisions)) as SentenceDecisions)
      : SMALL_WEIGHTS.decisions;
    const weights = { name: 'large', hasLargeSentence, hasJudge, decisions } as const;
    if (!hasJudge) return weights;
    const judgeDecisions = readJudgeDecisions(text(LARGE_READER_FILES.judgeDecisions));
    return { ...weights, judgeDecisions };
  } catch (error) {
    warn(`The large readers cannot be used: ${reasonOf(error)}.`);
    return SMALL_WEIGHTS;
  }
}

/**
 * The files of the readers in `folder`, with these weights, as the build puts them there. Rejects
 * if one cannot be read.
 */
export async function readModelFiles(
  folder: string,
  { hasLargeSentence, hasJudge }: Pick<ReaderWeights, 'hasLargeSentence' | 'hasJudge'>,
): Promise<ReaderFiles> {
  const bytes = (file: string): Promise<Uint8Array> => readFile(join(folder, file));
  const text = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
  const files = async (model: string, labels: string, base: BaseFiles): Promise<ModelFiles> => ({
    model: { path: join(folder, model), read: () => bytes(model) },
    labels: await text(labels),
    base,
  });
  const small = READER_FILES;
  const base = { vocabulary: await text(small.vocabulary) };
  const claim = await files(small.claimModel, small.claimLabels, base);
  const large = LARGE_READER_FILES;
  const smallSentence = (): Promise<ModelFiles> => files(small.model, small.labels, base);
  if (!hasLargeSentence && !hasJudge) return { sentence: await smallSentence(), claim };
  const largeBase = {
    vocabulary: await text(large.vocabulary),
    table: () => bytes(large.table),
  };
  const sentence = hasLargeSentence
    ? await files(large.model, large.labels, largeBase)
    : await smallSentence();
  if (!hasJudge) return { sentence, claim };
  return { sentence, claim, judge: await files(large.judgeModel, large.judgeLabels, largeBase) };
}
