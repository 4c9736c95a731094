import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { READER_FILES } from '../server/inference/readerFiles.js';
import { type SentenceModel, loadSentenceModel } from '../server/inference/sentenceModel.js';
import { readingKey } from '../server/inference/readingTable.js';
import type { Readings, SentenceReading, SentenceRequest } from '../server/inference/readings.js';

/** A check of a draft with the readings that are there. */
type Check<Result> = (readings: Readings) => Result & {
  readonly unread: readonly SentenceRequest[];
};

/** More rounds than any check needs: the sentences, then their repairs. */
const MOST_ROUNDS = 4;

let model: Promise<SentenceModel> | undefined;
const table = new Map<string, SentenceReading>();

/** Runs a check with the readings of the reader that ships, until it asks for no more of them. */
export async function withTrainedReader<Result>(check: Check<Result>): Promise<Result> {
  model ??= load();
  const reader = await model;
  const readings: Readings = {
    isOn: true,
    sentence: (request) => table.get(readingKey(request)),
  };
  for (let round = 1; ; round++) {
    const result = check(readings);
    if (result.unread.length === 0 || round === MOST_ROUNDS) return result;
    for (const request of result.unread) table.set(readingKey(request), await reader.read(request));
  }
}

/** Loads the model as it is trained, not as it is built: the tests of units need no build. */
function load(): Promise<SentenceModel> {
  const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
  const weights = new URL('../models/sentence/', import.meta.url);
  return loadSentenceModel({
    runtime: readFileSync(join(runtime, READER_FILES.runtime)),
    model: readFileSync(new URL('model.onnx', weights)),
    labels: readFileSync(new URL('labels.json', weights), 'utf8'),
    vocabulary: readFileSync(new URL('vocabulary.txt', weights), 'utf8'),
  });
}
