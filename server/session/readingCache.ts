import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '../inference/readings.js';
import type { ReadingStore } from '../inference/readingTable.js';
import { packReadings, unpackReadings } from '../inference/storedReadings.js';
import { atomicWrite, createFolder, removeTemporaryFiles } from '../workspace/atomicWrite.js';

/**
 * Upper bound on the readings that are stored, the most recently used ones: those of about 400
 * articles, a few megabytes.
 */
const MOST_READINGS = 20_000;

/** The largest cache file that is read, in bytes. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The length of the digest of a sentence, in characters of six bits each: enough for no two
 * sentences to share one.
 */
const DIGEST_LENGTH = 22;

/**
 * Stores readings in one file in the folder `storage`. It has digests, no text of a draft. A file
 * that is damaged or from another version is ignored. Each writer replaces the whole file, so the
 * last one wins.
 *
 * @param version Differs whenever the same sentence may be read differently. May reject; then
 *   nothing is stored.
 * @param warn Receives a plain sentence for the user.
 */
export function createReadingCache(
  storage: string,
  version: () => Promise<string>,
  warn: (message: string) => void,
): ReadingStore {
  const file = join(storage, 'sentences.readings');
  /** By digest, the most recently used at the end. */
  const readings = new Map<string, Reading>();
  let isChanged = false;

  const use = (digest: string, reading: Reading): void => {
    readings.delete(digest);
    readings.set(digest, reading);
    const [first] = readings.keys();
    if (readings.size > MOST_READINGS && first !== undefined) readings.delete(first);
  };

  return {
    load: async () => {
      const found = await stat(file).catch(() => undefined);
      if (found === undefined) return;
      try {
        if (!found.isFile() || found.size > MOST_BYTES) throw new Error('not a cache file');
        const stored = unpackReadings(await version(), await readFile(file, 'utf8'));
        for (const [digest, reading] of stored) readings.set(digest, reading);
      } catch {
        warn(`The readings in ${file} are damaged, so sentences are read again.`);
      }
    },
    find: (key) => {
      const digest = digestOf(key);
      const reading = readings.get(digest);
      if (reading !== undefined) use(digest, reading);
      return reading;
    },
    add: (key, reading) => {
      use(digestOf(key), reading);
      isChanged = true;
    },
    flush: async () => {
      if (!isChanged) return;
      isChanged = false;
      try {
        await createFolder(storage);
        await removeTemporaryFiles(file);
        await atomicWrite(file, [Buffer.from(packReadings(await version(), readings))]);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        warn(`The readings of sentences could not be saved in ${file} (${reason}).`);
      }
    },
  };
}

function digestOf(key: string): string {
  return createHash('sha256').update(key, 'utf16le').digest('base64url').slice(0, DIGEST_LENGTH);
}
