import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { READER_FILES } from '../server/inference/readerFiles.js';
import { type ReaderModel, loadReaderModel } from '../server/inference/readerModel.js';
import { ReadingTable, readingKey } from '../server/inference/readingTable.js';
import type { ReadingRequest, Readings } from '../server/inference/readings.js';

/** A check of a draft with the readings that are there. */
type Check<Result> = (readings: Readings) => Result & {
  readonly unread: readonly ReadingRequest[];
};

/** More rounds than any check needs: the sentences, then their repairs. */
const MOST_ROUNDS = 4;

let model: Promise<ReaderModel> | undefined;
const table = new ReadingTable();
const readings: Readings = {
  isOn: true,
  sentence: (request) => table.sentence(request),
  cloze: (request) => table.cloze(request),
};

/** Runs a check with the readings of the readers that ship, until it asks for no more of them. */
export async function withTrainedReader<Result>(check: Check<Result>): Promise<Result> {
  model ??= load();
  const reader = await model;
  for (let round = 1; ; round++) {
    const result = check(readings);
    if (result.unread.length === 0 || round === MOST_ROUNDS) return result;
    for (const request of result.unread) table.set(readingKey(request), await reader.read(request));
  }
}

/** Loads the models as they are trained, not as they are built: the tests of units need no build. */
function load(): Promise<ReaderModel> {
  const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
  const models = new URL('../models/', import.meta.url);
  const bytes = (name: string): Uint8Array => readFileSync(new URL(name, models));
  const text = (name: string): string => readFileSync(new URL(name, models), 'utf8');
  return loadReaderModel({
    runtime: readFileSync(join(runtime, READER_FILES.runtime)),
    model: bytes('sentence/model.onnx'),
    labels: text('sentence/labels.json'),
    claimModel: bytes('claim/model.onnx'),
    claimLabels: text('claim/labels.json'),
    vocabulary: text('sentence/vocabulary.txt'),
  });
}
