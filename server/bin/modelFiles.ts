import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readJudgeDecisions } from '../inference/judgeDecisions.js';
import { reasonOf } from '../inference/readerMessages.js';
import { LARGE_READER_FILES, READER_FILES } from '../inference/readerFiles.js';
import type { ReaderFiles } from '../inference/readerModel.js';
import type { ReaderWeights } from '../inference/readerWeights.js';
import type { SentenceDecisions } from '../inference/readings.js';
import { SMALL_WEIGHTS } from './smallWeights.js';

/**
 * The large weights if `folder` has them, otherwise the small ones.
 *
 * @param warn Receives what is wrong with those that are there and cannot be used.
 */
export function largestWeights(
  folder: string,
  warn: (message: string) => void = () => undefined,
): ReaderWeights {
  const path = (name: string): string => join(folder, name);
  if (!existsSync(path(LARGE_READER_FILES.model))) return SMALL_WEIGHTS;
  try {
    const text = (name: string): string => readFileSync(path(name), 'utf8');
    // They are built with the model.
    const decisions = JSON.parse(text(LARGE_READER_FILES.decisions)) as SentenceDecisions;
    if (!existsSync(path(LARGE_READER_FILES.judgeModel)))
      return { name: 'large', hasJudge: false, decisions };
    const judgeDecisions = readJudgeDecisions(text(LARGE_READER_FILES.judgeDecisions));
    return { name: 'large', hasJudge: true, decisions, judgeDecisions };
  } catch (error) {
    warn(`The large readers cannot be used: ${reasonOf(error)}.`);
    return SMALL_WEIGHTS;
  }
}

/** The files of the readers that the build puts into `folder`, with these weights. Rejects if one cannot be read. */
export async function readModelFiles(
  folder: string,
  { name, hasJudge }: Pick<ReaderWeights, 'name' | 'hasJudge'>,
): Promise<ReaderFiles> {
  const bytes = (name: string) => (): Promise<Uint8Array> => readFile(join(folder, name));
  const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const base = { vocabulary: await text(READER_FILES.vocabulary) };
  const claim = {
    model: bytes(READER_FILES.claimModel),
    labels: await text(READER_FILES.claimLabels),
    base,
  };
  if (name === 'small') {
    const labels = await text(READER_FILES.labels);
    return { sentence: { model: bytes(READER_FILES.model), labels, base }, claim };
  }
  const largeBase = {
    vocabulary: await text(LARGE_READER_FILES.vocabulary),
    table: bytes(LARGE_READER_FILES.table),
  };
  const sentence = {
    model: bytes(LARGE_READER_FILES.model),
    labels: await text(LARGE_READER_FILES.labels),
    base: largeBase,
  };
  if (!hasJudge) return { sentence, claim };
  const judge = {
    model: bytes(LARGE_READER_FILES.judgeModel),
    labels: await text(LARGE_READER_FILES.judgeLabels),
    base: largeBase,
  };
  return { sentence, claim, judge };
}
