import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeSourceIndex, decodeSourceIndex } from '../reference/sourceIndexBytes.js';
import type { IndexedSource, IndexCache } from './ingest.js';
import { createFolder, removeUnfinished, atomicWrite } from '../workspace/atomicWrite.js';

/** What a cache file says of a source beside its lessons, which follow in one row. */
type Entry = Omit<IndexedSource, 'lessons' | 'isPassing'> & {
  /** The length of each lesson, in bytes. */
  readonly lengths: readonly number[];
};

interface Index {
  readonly version: string;
  readonly entries: readonly Entry[];
}

/** The most that is read, in bytes: what 50,000 articles teach. */
const LARGEST = 512 * 1024 * 1024;

/** The checksum of all that follows opens the file: SHA-256, in bytes. */
const CHECKSUM = 32;
/** Then, in four bytes, how many the index has. Lessons begin at a multiple of four. */
const LENGTH = 4;

/**
 * Keeps what the sources of a folder taught in a file of its own, below `storage`. A file that another
 * version of the learning wrote, or that is damaged, is not read. Two who write the same file each
 * write all of it, so that the last one counts.
 *
 * @param whose The folder, and whatever else its sources depend on.
 * @param tell Takes a plain sentence for the reporter.
 * @param version Differs wherever the same source might teach something else. May reject.
 */
export function createIndexCache(
  storage: string,
  whose: string,
  version: () => Promise<string>,
  tell: (complaint: string) => void,
): IndexCache {
  const file = join(storage, `${digest(Buffer.from(whose)).slice(0, 16)}.lessons`);
  return {
    load: async () => {
      const found = await stat(file).catch(() => undefined);
      if (found === undefined) return [];
      try {
        if (!found.isFile() || found.size > LARGEST) throw new Error('it is none of ours');
        return knownIn(await readFile(file), await version());
      } catch {
        tell(`What was kept of your sources in ${file} is damaged, so they are learned from anew.`);
        return [];
      }
    },
    save: async (known) => {
      try {
        await createFolder(storage);
        await removeUnfinished(file);
        await atomicWrite(file, partsOf(known, await version()));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        tell(
          `What your sources teach could not be kept in ${file}, so the next start takes as long as this one (${reason}).`,
        );
      }
    },
  };
}

/** Throws where the file is damaged. */
function knownIn(bytes: Uint8Array, version: string): readonly IndexedSource[] {
  const body = bytes.subarray(CHECKSUM);
  const checksum = createHash('sha256').update(body).digest();
  if (!checksum.equals(bytes.subarray(0, CHECKSUM))) throw new Error('the checksum is wrong');
  const size = new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(body.subarray(LENGTH, LENGTH + size));
  // The checksum says that this is what was written.
  const index = JSON.parse(text) as Index;
  if (index.version !== version) return [];
  let at = LENGTH + size;
  return index.entries.map(({ lengths, ...entry }) => ({
    ...entry,
    lessons: lengths.map((length) => decodeSourceIndex(body.subarray(at, (at += length)))),
  }));
}

function partsOf(known: readonly IndexedSource[], version: string): readonly Uint8Array[] {
  const lessons = known.map((source) => source.lessons.map(encodeSourceIndex));
  const index: Index = {
    version,
    entries: known.map(({ path, hash, stamp, complaint }, at) => ({
      path,
      hash,
      stamp,
      complaint,
      lengths: (lessons[at] ?? []).map(({ length }) => length),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(index));
  const head = new Uint8Array(4 * Math.ceil((LENGTH + text.length) / 4)).fill(0x20);
  new DataView(head.buffer).setUint32(0, head.length - LENGTH, true);
  head.set(text, LENGTH);
  const body = [head, ...lessons.flat()];
  const checksum = createHash('sha256');
  for (const part of body) checksum.update(part);
  return [checksum.digest(), ...body];
}

/**
 * The version of the learning that lies in `bundles`: it changes with the code, with the grammar's weights, and with
 * what reads documents. Rejects where they are missing.
 */
export async function indexVersion(bundles: string): Promise<string> {
  const hash = createHash('sha256');
  const readers = (await readdir(join(bundles, 'extractors'))).sort();
  const names = [
    'ingestWorker.cjs',
    'grammar.bin',
    ...readers.map((name) => join('extractors', name)),
  ];
  for (const name of names) hash.update(await readFile(join(bundles, name)));
  return hash.digest('hex');
}

/** The SHA-256 of bytes, in hexadecimal. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
