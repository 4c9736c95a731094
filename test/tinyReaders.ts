import { cpSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReaderModel, ReaderFiles } from '../server/inference/readerModel.js';
import type { JudgeRequest, SentenceRequest } from '../server/inference/readings.js';
import type { ModelFiles } from '../server/inference/trainedModels.js';

/** Readers of the format of the large ones, but tiny; `training/tests/tiny_readers.py` writes the folder. */
const FOLDER = join('test', 'inference', 'tinyReaders');

/** The output of training for some texts with them. */
interface Expected {
  readonly passages: readonly string[];
  readonly texts: readonly {
    readonly text: string;
    /** For the place before the first word, and for each word. */
    readonly damage: readonly number[];
    /** Supported, contradicted, neither. */
    readonly verdict: readonly number[];
    /** For each word. */
    readonly unsupported: readonly number[];
  }[];
}

/** Engines round differently. */
const TOLERANCE = 0.02;

/** The files of the tiny readers. */
export function tinyReaders(): Required<ReaderFiles> {
  const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
  const bytes = (name: string) => (): Promise<Uint8Array> => readFile(join(FOLDER, name));
  const base = { vocabulary: text('vocabulary.txt'), table: bytes('table.bin') };
  const files = (name: string): ModelFiles => ({
    model: { path: join(FOLDER, name, 'model.onnx'), read: bytes(`${name}/model.onnx`) },
    labels: text(`${name}/labels.json`),
    base,
  });
  return { sentence: files('sentence'), judge: files('judge') };
}

/** Puts them in place of the large readers that are built, in the folder of the bundles. */
export function installTinyReaders(bundles: string): void {
  cpSync(FOLDER, join(bundles, 'desktop'), { recursive: true });
}

/** A sentence that is asked of the tiny readers, and a claim. */
export const TINY_SENTENCE: SentenceRequest = { text: 'It left.', place: 'paragraph' };
export const TINY_CLAIM: JudgeRequest = {
  sentence: 'It left.',
  claim: { start: 0, end: 8 },
  passages: ['Nobody left at noon.'],
};

/** The differences between the readers' output for the texts and that of training, a line each. */
export async function differencesFromTraining(
  read: ReaderModel['read'],
): Promise<readonly string[]> {
  const { passages, texts } = JSON.parse(
    readFileSync(join(FOLDER, 'expected.json'), 'utf8'),
  ) as Expected;
  const differences: string[] = [];
  const compare = (text: string, found: readonly number[], expected: readonly number[]): void => {
    const isAlike =
      found.length === expected.length &&
      found.every((one, index) => Math.abs(one - (expected[index] ?? 2)) <= TOLERANCE);
    if (!isAlike) differences.push(`${text}: ${found.join(' ')} for ${expected.join(' ')}`);
  };
  for (const { text, damage, verdict, unsupported } of texts) {
    const sentence = await read({ text, place: 'paragraph' });
    if (sentence === undefined || !('damage' in sentence)) differences.push(`${text} was not read`);
    else {
      const found = sentence.words.map((word) => word.damage);
      compare(text, found, damage);
    }
    const claim = { start: 0, end: text.length };
    const judgement = await read({ sentence: text, claim, passages });
    if (judgement === undefined || !('supported' in judgement))
      differences.push(`${text} was not judged`);
    else {
      const { supported, contradicted, neither, words } = judgement;
      compare(text, [supported, contradicted, neither], verdict);
      compare(
        text,
        words.map((word) => word.unsupported),
        unsupported,
      );
    }
  }
  return differences;
}
