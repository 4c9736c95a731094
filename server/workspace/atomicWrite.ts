import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file completely or not at all: to a temporary file first, so that a crash leaves the old file
 * unchanged. Rejects with the system's error.
 *
 * @param mode The permissions of the file; those of a new file by default.
 */
export async function atomicWrite(
  path: string,
  parts: Iterable<Uint8Array>,
  mode?: number,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}${TEMPORARY}`;
  try {
    const file = await open(temporary, 'w', mode);
    try {
      for (const batch of batches(parts)) await file.writev(batch);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Creates a folder and any missing folder above it. Rejects with the system's error. Node's `recursive`
 * option never ends where the system denies that an existing folder exists, as it does below /proc.
 */
export async function createFolder(path: string): Promise<void> {
  const parent = dirname(path);
  const exists = (folder: string): Promise<boolean> =>
    stat(folder).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
  if (await exists(path)) return;
  if (parent !== path && !(await exists(parent))) await createFolder(parent);
  await mkdir(path).catch(async (error: unknown) => {
    // Another process may have created it meanwhile.
    if (!(await exists(path))) throw error;
  });
}

/** Removes the temporary files that crashed writes of a file left behind an hour ago or earlier. Does not reject. */
export async function removeTemporaryFiles(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(TEMPORARY)) continue;
    const file = join(folder, name);
    const written = await stat(file).catch(() => undefined);
    if (written !== undefined && Date.now() - written.mtimeMs > HOUR)
      await rm(file, { force: true });
  }
}

const TEMPORARY = '.tmp';
const HOUR = 3_600_000;

/** The maximum number of parts that a system writes in one call (IOV_MAX). */
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
