import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../reference/isRecord.js';
import { atomicWrite, createFolder, removeTemporaryFiles } from '../workspace/atomicWrite.js';
import type { Examined } from './examination.js';
import type { OpinionStore } from './opinionTable.js';

/** How many answers are stored, the last that were used. */
const MOST = 10_000;

/** The largest file that is read, in bytes. */
const MOST_BYTES = 8 * 2 ** 20;

interface StoredFile {
  readonly version: string;
  readonly opinions: readonly (readonly [digest: string, examined: Examined])[];
}

/**
 * Stores the answers of models in one file in the folder `storage`: digests, verdicts and places, no text of a draft or a source
 * and no name of a model. A file that is damaged or was written by another version is ignored.
 *
 * @param version Differs whenever an answer may be examined differently.
 * @param warn Receives a plain sentence for the user.
 */
export function createOpinionCache(
  storage: string,
  version: string,
  warn: (message: string) => void,
): OpinionStore {
  const file = join(storage, 'second.opinions');
  /** By digest, those that were used last at the end. */
  const opinions = new Map<string, Examined>();
  let isChanged = false;

  const use = (digest: string, examined: Examined): void => {
    opinions.delete(digest);
    opinions.set(digest, examined);
    const [first] = opinions.keys();
    if (opinions.size > MOST && first !== undefined) opinions.delete(first);
  };

  return {
    load: async () => {
      const found = await stat(file).catch(() => undefined);
      if (found === undefined) return;
      try {
        if (!found.isFile() || found.size > MOST_BYTES) throw new Error('not a cache file');
        const stored: unknown = JSON.parse(await readFile(file, 'utf8'));
        if (!isStoredFile(stored)) throw new Error('not a cache file');
        if (stored.version !== version) return;
        for (const [digest, examined] of stored.opinions) opinions.set(digest, examined);
      } catch {
        warn(`The second opinions in ${file} are damaged, so the model is asked again.`);
      }
    },
    find: (key) => {
      const digest = digestOf(key);
      const examined = opinions.get(digest);
      if (examined !== undefined) use(digest, examined);
      return examined;
    },
    add: (key, examined) => {
      use(digestOf(key), examined);
      isChanged = true;
    },
    flush: async () => {
      if (!isChanged) return;
      isChanged = false;
      try {
        await createFolder(storage);
        await removeTemporaryFiles(file);
        const stored: StoredFile = { version, opinions: [...opinions] };
        await atomicWrite(file, [Buffer.from(JSON.stringify(stored))]);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        warn(`The second opinions could not be saved in ${file} (${reason}).`);
      }
    },
  };
}

/** Whoever can change the file could change the program; this finds a damaged one. */
function isStoredFile(value: unknown): value is StoredFile {
  return isRecord(value) && typeof value.version === 'string' && Array.isArray(value.opinions);
}

function digestOf(key: string): string {
  return createHash('sha256').update(key, 'utf16le').digest('base64url');
}
