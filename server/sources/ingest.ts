import { MAX_CELLS, MAX_PARAGRAPHS, tooManyCellsReason } from './extractors/limits.js';
import { decodeSource } from './extractors/encoding.js';
import {
  type DocumentReader,
  type Unreadable,
  documentFormat,
  isUnreadable,
} from './extractors/document.js';
import { isRecording, withoutCaptioned } from './recordings.js';
import { type SourceInput, countLines, countParagraphs } from './sourceInput.js';
import { countCells } from '../prose/delimitedTable.js';
import { formatOf } from '../prose/prose.js';
import type { UnreadSource } from '../reference/reference.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import type { Problem } from '../reference/model.js';
import {
  MAX_TEXT_BYTES,
  TransientReadError,
  UnreadableError,
  type Workspace,
} from '../workspace/workspace.js';

/** The result of indexing a set of sources. */
export interface IngestResult {
  /** The indexes, in the order of the sources. */
  readonly indexes: readonly SourceIndex[];
  /** The paths of the sources that were read. */
  readonly read: readonly string[];
  /** The sources that could not be read, and the web pages in lists of links. */
  readonly unreadable: readonly UnreadSource[];
  /** The paths of those that are dossiers. */
  readonly dossiers: readonly string[];
  /** The problems in dossiers, whose other content was still indexed. */
  readonly problems: readonly Problem[];
  /** The number of new or changed sources. */
  readonly indexedCount: number;
  /** One plain sentence for each source that could not be read and each problem in a dossier. */
  readonly warnings: readonly string[];
  /** The same for each web page. */
  readonly notes: readonly string[];
}

/** A source file with its index. */
export interface IndexedSource {
  readonly path: string;
  /** The digest of its bytes. */
  readonly hash: string;
  /** The `Workspace.stamp` of the file when it was read. */
  readonly stamp: string | undefined;
  /** One index; all indexes of a stored base; none if the source could not be read. */
  readonly indexes: readonly SourceIndex[];
  /** Why its bytes could not be read as a source. */
  readonly failure?: string | undefined;
  /** True if the failure may not recur at the next start. */
  readonly isTransient?: boolean;
}

/** Stores source indexes between starts. */
export interface IndexCache {
  /** The sources that were saved last; empty if they are no longer valid. Does not reject. */
  load(): Promise<readonly IndexedSource[]>;
  /** Replaces the saved sources. Does not reject. */
  save(sources: readonly IndexedSource[]): Promise<void>;
}

/** Runs `indexesOf`, possibly on another thread. Rejects with an `UnreadableError`. */
export type Indexer = (input: SourceInput) => Promise<readonly SourceIndex[] | undefined>;

/** The host functions needed for indexing sources. */
export interface IngestHost {
  readonly readDocument: DocumentReader;
  readonly index: Indexer;
  /** A digest that identifies the content of a file. */
  readonly digest: (bytes: Uint8Array) => string | Promise<string>;
}

/** Receives progress, and can cancel. */
export interface IngestProgress {
  /** Called at the start and after each new or changed source, with the number of those done and of all. */
  readonly report: (done: number, all: number) => void;
  /** True once indexing should stop. */
  readonly isCancelled: () => boolean;
}

const NO_PROGRESS: IngestProgress = { report: () => undefined, isCancelled: () => false };

/** The number of files that are examined or indexed concurrently. */
const CONCURRENCY = 16;

/** The same for documents and stored bases, whose bytes are held in memory until they are processed. */
const LARGE_CONCURRENCY = 2;

/** The sources of one folder, each of which is indexed again only when it changes. */
export class Ingest {
  readonly #workspace: Workspace;
  readonly #host: IngestHost;
  readonly #cache: IndexCache | undefined;
  #sources: Map<string, IndexedSource> | undefined;
  /** True if the cache is out of date. */
  #isUnsaved = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace, host: IngestHost, cache?: IndexCache) {
    this.#workspace = workspace;
    this.#host = host;
    this.#cache = cache;
  }

  /**
   * Reads and indexes the files that are new or have changed. A source that cannot be read is reported and skipped. The
   * result is `undefined` after cancellation; the sources indexed until then are kept. Does not reject.
   */
  async update(
    given: readonly string[],
    progress: IngestProgress = NO_PROGRESS,
  ): Promise<IngestResult | undefined> {
    const paths = withoutCaptioned(given);
    const before = (this.#sources ??= await this.#loaded());
    const failures = new Map<string, string>();
    const stamps = new Map<string, string | undefined>();
    await forEachConcurrently(paths, async (path) => {
      stamps.set(path, await this.#workspace.stamp(path));
    });
    const stale = paths.filter((path) => {
      const stamp = stamps.get(path);
      return stamp === undefined || stamp !== before.get(path)?.stamp;
    });

    let [done, indexedCount] = [0, 0];
    progress.report(done, stale.length);
    const index = async (path: string): Promise<void> => {
      if (progress.isCancelled()) return;
      try {
        const last = before.get(path);
        const current = await this.#index(path, stamps.get(path), last);
        if (current.indexes !== last?.indexes) indexedCount++;
        if (current !== last) this.#isUnsaved = true;
        before.set(path, current);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        if (before.delete(path)) this.#isUnsaved = true;
        failures.set(path, error.message);
      }
      progress.report(++done, stale.length);
    };
    await Promise.all([
      forEachConcurrently(
        stale.filter((path) => !isLarge(path)),
        index,
      ),
      forEachConcurrently(stale.filter(isLarge), index, LARGE_CONCURRENCY),
    ]);
    if (progress.isCancelled()) return undefined;

    const sources = paths.flatMap((path) => before.get(path) ?? []);
    if (sources.length < before.size) this.#isUnsaved = true;
    this.#sources = new Map(sources.map((source) => [source.path, source]));
    this.#save(sources.filter(({ isTransient }) => isTransient !== true));
    for (const { path, failure } of sources) {
      if (failure !== undefined) failures.set(path, failure);
    }
    return resultOf(
      sources.filter(isReadable),
      indexedCount,
      paths.flatMap((path) => {
        const reason = failures.get(path);
        return reason === undefined ? [] : { path, reason: withoutName(reason, path) };
      }),
    );
  }

  /** Resolves when the cache is up to date. Does not reject. */
  saved(): Promise<void> {
    return this.#saving;
  }

  /** Saves in the background. */
  #save(sources: readonly IndexedSource[]): void {
    if (this.#cache === undefined || !this.#isUnsaved) return;
    const cache = this.#cache;
    this.#isUnsaved = false;
    this.#saving = this.#saving.then(() => cache.save(sources));
  }

  async #loaded(): Promise<Map<string, IndexedSource>> {
    const kept = (await this.#cache?.load()) ?? [];
    return new Map(kept.map((source) => [source.path, source]));
  }

  /** Rejects with an `UnreadableError` if the bytes cannot be read. */
  async #index(
    path: string,
    stamp: string | undefined,
    before: IndexedSource | undefined,
  ): Promise<IndexedSource> {
    const [kind] = UNSUPPORTED.exec(path) ?? [];
    if (kind !== undefined) {
      throw new UnreadableError(`${path} has an unsupported file type (${kind})`);
    }
    if (isRecording(path)) throw new UnreadableError(`${path} ${UNHEARD}`);
    const bytes = await this.#workspace.readBytes(path, longestSource(path));
    const hash = await this.#host.digest(bytes);
    if (hash === before?.hash) return stamp === before.stamp ? before : { ...before, stamp };
    try {
      return { path, hash, stamp, indexes: await this.#indexBytes(path, bytes) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      const isTransient = error instanceof TransientReadError;
      return { path, hash, stamp, indexes: [], failure: error.message, isTransient };
    }
  }

  /** Rejects with an `UnreadableError`. */
  async #indexBytes(path: string, bytes: Uint8Array): Promise<readonly SourceIndex[]> {
    const indexes = await this.#host.index(
      await sourceInputOf(path, bytes, this.#host.readDocument),
    );
    if (indexes !== undefined) return indexes;
    throw new UnreadableError(`${path} is damaged or was not stored by this version of Copydesk`);
  }
}

/**
 * The content of a source, from the bytes of its file: a text, the paragraphs of a document, or a
 * stored base. Rejects with an `UnreadableError`.
 */
export async function sourceInputOf(
  path: string,
  bytes: Uint8Array,
  readDocument: DocumentReader,
): Promise<SourceInput> {
  if (isStored(path)) return { name: path, stored: bytes };
  const format = documentFormat(path);
  if (format !== undefined) {
    const document = await readDocument(format, bytes);
    if (isUnreadable(document)) throw unreadableError(`${path} ${document.unreadable}`, document);
    return { name: path, paragraphs: document };
  }
  const text = decodeSource(bytes);
  if (text === undefined) throw new UnreadableError(`${path} is a binary file, not text`);
  if (formatOf(path) === 'table') {
    if (countCells(text, MAX_CELLS + 1) <= MAX_CELLS) return { name: path, text };
    throw new UnreadableError(`${path} ${tooManyCellsReason()}`);
  }
  if (countParagraphs({ name: path, text }, MAX_LINES + 1) > MAX_LINES) {
    const what = countLines(text, MAX_LINES + 1) > MAX_LINES ? 'lines' : LINES_AND_CELLS;
    throw new UnreadableError(`${path} has more than ${MAX_LINES.toLocaleString('en')} ${what}`);
  }
  return { name: path, text };
}

/** Processes all items, at most `limit` concurrently. */
async function forEachConcurrently<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  limit = CONCURRENCY,
): Promise<void> {
  const remaining = items.values();
  const run = async (): Promise<void> => {
    for (const item of remaining) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, run));
}

function unreadableError(message: string, { isTransient }: Unreadable): UnreadableError {
  return isTransient === true ? new TransientReadError(message) : new UnreadableError(message);
}

/** The rest of a message that begins with a source. */
function withoutName(message: string, path: string): string {
  return message.startsWith(`${path} `) ? message.slice(path.length + 1) : message;
}

function isReadable({ failure }: IndexedSource): boolean {
  return failure === undefined;
}

function resultOf(
  sources: readonly IndexedSource[],
  indexedCount: number,
  failures: readonly UnreadSource[],
): IngestResult {
  const indexes = sources.flatMap((source) => source.indexes);
  // The problems of a stored base were reported when it was stored.
  const problems = sources
    .flatMap((source) => (isStored(source.path) ? [] : source.indexes))
    .flatMap(({ problems }) => problems);
  const pages = indexes.flatMap(pagesListedIn);
  const confidential = new Set(
    indexes.filter(({ isConfidential }) => isConfidential).map(({ source }) => source),
  );
  return {
    indexes,
    read: sources.map(({ path }) => path),
    unreadable: [...failures, ...pages],
    dossiers: sources
      .filter(
        (source) => !isStored(source.path) && source.indexes.some(({ kind }) => kind === 'dossier'),
      )
      .map(({ path }) => path),
    indexedCount,
    problems,
    warnings: [
      ...failures.map(({ path, reason }) => `${path} ${reason}; it was skipped`),
      ...problems.map(({ citation, message }) => `${citation.source}:${citation.line}: ${message}`),
    ],
    notes: pages
      .filter(({ listedIn: { source } }) => !confidential.has(source))
      .map(
        ({ path, reason, listedIn }) => `${listedIn.source}:${listedIn.line}: ${path} ${reason}`,
      ),
  };
}

/** The web pages whose addresses a source lists. */
function pagesListedIn({ source, addresses = [] }: SourceIndex): readonly ListedPage[] {
  return addresses.map(({ address, line }) => {
    return { path: address, reason: UNFETCHED, listedIn: { source, line } };
  });
}

type ListedPage = UnreadSource & Required<Pick<UnreadSource, 'listedIn'>>;

const UNFETCHED =
  'is not read, as Copydesk uses no network: save the page among your sources (“Save Page As” in the browser, or print it as a PDF), then delete the address';

const UNHEARD =
  'is a recording, which is not listened to: put its captions (.vtt or .srt) beside it under the same name';

const MEGABYTE = 1024 * 1024;
/** The largest document that is read, in bytes: most of it may be pictures. */
export const MAX_DOCUMENT_BYTES = 64 * MEGABYTE;
/** The largest stored base that is read, in bytes: the indexes of about 13,000 articles. */
const MAX_BASE_BYTES = 128 * MEGABYTE;

/** The unit of `countParagraphs`, as the reason for skipping a text with few lines. */
const LINES_AND_CELLS = 'lines, table cells and pictures';

/**
 * Upper bound on the lines, table cells and pictures of a text, since each may be a paragraph; no
 * genuine text within the size limit has more.
 */
const MAX_LINES = MAX_PARAGRAPHS;

/** The size of the largest file that is read as a source, in bytes, by its name. */
export function longestSource(path: string): number {
  if (documentFormat(path) !== undefined) return MAX_DOCUMENT_BYTES;
  return isStored(path) ? MAX_BASE_BYTES : MAX_TEXT_BYTES;
}

function isLarge(path: string): boolean {
  return longestSource(path) > MAX_TEXT_BYTES;
}

/** True for a stored base. Other JSON is not read, since as prose it would add nonsense to the base. */
function isStored(path: string): boolean {
  return path.endsWith('.json');
}

/** Text formats without prose, or with prose that is hidden in markup. */
const UNSUPPORTED = /\.(?:rtf|xml|svg|css|m?js|map|ya?ml|toml|ini|log|sql|py|sh)$/iu;
