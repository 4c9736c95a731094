import { SMALL_WEIGHTS } from '../server/bin/smallWeights.js';
import { type ReaderModel, loadReaderModel } from '../server/inference/readerModel.js';
import { ReadingTable, readingKey } from '../server/inference/readingTable.js';
import type { ReadingRequest, Readings } from '../server/inference/readings.js';
import { webAssemblyEngine } from '../server/inference/webAssemblyEngine.js';
import { trainedModels, webAssembly } from './trainedModels.js';

/** A check of a draft with the readings that are there. */
type Check<Result> = (readings: Readings) => Result & {
  readonly unread: readonly ReadingRequest[];
};

/** More rounds than any check needs: the sentences, then their repairs. */
const MOST_ROUNDS = 4;

let model: Promise<ReaderModel> | undefined;
const table = new ReadingTable(() => SMALL_WEIGHTS.name);
const readings: Readings = {
  isOn: true,
  hasJudge: false,
  decisions: SMALL_WEIGHTS.decisions,
  judgeDecisions: undefined,
  sentence: (request) => table.sentence(request),
  judge: (request) => table.judge(request),
};

/** Runs a check with the readings of the readers that ship, until it asks for no more of them. */
export async function withTrainedReader<Result>(check: Check<Result>): Promise<Result> {
  model ??= loadReaderModel(webAssemblyEngine(webAssembly()), trainedModels());
  const reader = await model;
  for (let round = 1; ; round++) {
    const result = check(readings);
    if (result.unread.length === 0 || round === MOST_ROUNDS) return result;
    for (const request of result.unread) {
      const reading = await reader.read(request);
      if (reading !== undefined) table.set(readingKey(request), reading);
    }
  }
}
