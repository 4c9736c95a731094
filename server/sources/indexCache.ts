import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeSourceIndex, decodeSourceIndex } from '../reference/sourceIndexBytes.js';
import type { IndexedSource, IndexCache } from './ingest.js';
import { createFolder, removeTemporaryFiles, atomicWrite } from '../workspace/atomicWrite.js';

/** The entry of a source in a cache file; the encoded indexes follow after all entries. */
type Entry = Omit<IndexedSource, 'indexes' | 'isTransient'> & {
  /** The length of each index, in bytes. */
  readonly lengths: readonly number[];
};

/** The table of contents of a cache file. */
interface Contents {
  readonly version: string;
  readonly entries: readonly Entry[];
}

/** The largest cache file that is read, in bytes: the indexes of about 50,000 articles. */
const MAX_BYTES = 512 * 1024 * 1024;

/** The length of the SHA-256 checksum of everything after it, in bytes. */
const CHECKSUM_BYTES = 32;
/** The length of the size of the contents, in bytes. The indexes start at a multiple of four. */
const SIZE_BYTES = 4;

/**
 * Caches the indexes of a folder's sources in one file in the folder `storage`. A file that is damaged or was written
 * by another version is ignored. Each writer replaces the whole file, so the last one wins.
 *
 * @param key Identifies the folder and everything else that its sources depend on.
 * @param version Differs whenever the same source may be indexed differently. May reject.
 * @param warn Receives a plain sentence for the user.
 */
export function createIndexCache(
  storage: string,
  key: string,
  version: () => Promise<string>,
  warn: (message: string) => void,
): IndexCache {
  const file = join(storage, `${sha256(Buffer.from(key)).slice(0, 16)}.index`);
  return {
    load: async () => {
      const found = await stat(file).catch(() => undefined);
      if (found === undefined) return [];
      try {
        if (!found.isFile() || found.size > MAX_BYTES) throw new Error('not a cache file');
        return decodeCache(await readFile(file), await version());
      } catch {
        warn(`The source index in ${file} is damaged, so your sources are being indexed again.`);
        return [];
      }
    },
    save: async (sources) => {
      try {
        await createFolder(storage);
        await removeTemporaryFiles(file);
        await atomicWrite(file, encodeCache(sources, await version()));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        warn(
          `The source index could not be saved in ${file}, so the next run will take as long as this one (${reason}).`,
        );
      }
    },
  };
}

/** Throws if the file is damaged. */
function decodeCache(bytes: Uint8Array, version: string): readonly IndexedSource[] {
  const body = bytes.subarray(CHECKSUM_BYTES);
  const checksum = createHash('sha256').update(body).digest();
  if (!checksum.equals(bytes.subarray(0, CHECKSUM_BYTES))) throw new Error('the checksum is wrong');
  const size = new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(body.subarray(SIZE_BYTES, SIZE_BYTES + size));
  // The checksum guarantees that this is what was written.
  const contents = JSON.parse(text) as Contents;
  if (contents.version !== version) return [];
  let at = SIZE_BYTES + size;
  return contents.entries.map(({ lengths, ...entry }) => ({
    ...entry,
    indexes: lengths.map((length) => decodeSourceIndex(body.subarray(at, (at += length)))),
  }));
}

function encodeCache(sources: readonly IndexedSource[], version: string): readonly Uint8Array[] {
  const indexes = sources.map((source) => source.indexes.map(encodeSourceIndex));
  const contents: Contents = {
    version,
    entries: sources.map(({ path, hash, stamp, failure }, at) => ({
      path,
      hash,
      stamp,
      failure,
      lengths: (indexes[at] ?? []).map(({ length }) => length),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(contents));
  const head = new Uint8Array(4 * Math.ceil((SIZE_BYTES + text.length) / 4)).fill(0x20);
  new DataView(head.buffer).setUint32(0, head.length - SIZE_BYTES, true);
  head.set(text, SIZE_BYTES);
  const body = [head, ...indexes.flat()];
  const checksum = createHash('sha256');
  for (const part of body) checksum.update(part);
  return [checksum.digest(), ...body];
}

/**
 * The version of the indexer in the folder `bundles`, which changes with its code, the grammar's weights and the
 * document extractors. Rejects if any of them is missing.
 */
export async function indexerVersion(bundles: string): Promise<string> {
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

/** The SHA-256 hash of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
