import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: beside it first, so that a crash in the middle leaves the old one as
 * it was. Rejects with the system's error.
 *
 * @param mode The permissions of the file; those of a new one where left out.
 */
export async function atomicWrite(
  path: string,
  parts: Iterable<Uint8Array>,
  mode?: number,
): Promise<void> {
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    const file = await open(unfinished, 'w', mode);
    try {
      for (const batch of batches(parts)) await file.writev(batch);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Makes a folder and those above it that are missing. Rejects with the system's error. Node's own way never
 * ends where the system says of a folder that is there that it is not, as below /proc.
 */
export async function createFolder(path: string): Promise<void> {
  const above = dirname(path);
  const isThere = (folder: string): Promise<boolean> =>
    stat(folder).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
  if (await isThere(path)) return;
  if (above !== path && !(await isThere(above))) await createFolder(above);
  await mkdir(path).catch(async (error: unknown) => {
    // Another process may have been faster.
    if (!(await isThere(path))) throw error;
  });
}

/** Removes what earlier attempts at a file left behind that a crash ended, an hour ago or more. Does not reject. */
export async function removeUnfinished(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(UNFINISHED)) continue;
    const file = join(folder, name);
    const written = await stat(file).catch(() => undefined);
    if (written !== undefined && Date.now() - written.mtimeMs > HOUR)
      await rm(file, { force: true });
  }
}

const UNFINISHED = '.tmp';
const HOUR = 3_600_000;

/** The most parts that systems write with one call (IOV_MAX). */
const BATCH = 1024;

function* batches(parts: Iterable<Uint8Array>): Generator<Uint8Array[]> {
  let batch: Uint8Array[] = [];
  for (const part of parts) {
    if (batch.push(part) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
