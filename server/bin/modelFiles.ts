import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { READER_FILES } from '../inference/readerFiles.js';
import type { ReaderFiles } from '../inference/readerModel.js';

/** The files of the readers that the build puts into `folder`. Rejects if one cannot be read. */
export async function readModelFiles(folder: string): Promise<ReaderFiles> {
  const bytes = (name: string) => (): Promise<Uint8Array> => readFile(join(folder, name));
  const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const [labels, claimLabels, vocabulary] = await Promise.all([
    text(READER_FILES.labels),
    text(READER_FILES.claimLabels),
    text(READER_FILES.vocabulary),
  ]);
  return {
    model: bytes(READER_FILES.model),
    labels,
    claimModel: bytes(READER_FILES.claimModel),
    claimLabels,
    vocabulary,
  };
}
