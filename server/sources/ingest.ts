import { MOST_PARAGRAPHS } from './extractors/bounds.js';
import { decodeSource } from './extractors/encoding.js';
import {
  type DocumentReader,
  type Unreadable,
  documentFormat,
  isUnreadable,
} from './extractors/document.js';
import { type SourceInput, countParagraphs } from './sourceInput.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import type { Problem } from '../reference/model.js';
import {
  LARGEST_TEXT,
  PassingError,
  UnreadableError,
  type Workspace,
} from '../workspace/workspace.js';

/** What a set of sources teaches. */
export interface IngestResult {
  /** In the order of the sources. */
  readonly lessons: readonly SourceIndex[];
  /** The sources that were read, by path. */
  readonly read: readonly string[];
  /** Those of them that are dossiers. */
  readonly dossiers: readonly string[];
  /** What is wrong in dossiers; the rest of each was learned all the same. */
  readonly problems: readonly Problem[];
  /** How many had to be learned, as they were new or had changed. */
  readonly fresh: number;
  /** What could not be read and why, and what is wrong in dossiers, one plain sentence each. */
  readonly complaints: readonly string[];
}

/** A file that was learned from, and what that taught. */
export interface IndexedSource {
  readonly path: string;
  /** The digest of its bytes. */
  readonly hash: string;
  /** `Workspace.stamp` when it was read. */
  readonly stamp: string | undefined;
  /** One; of a base that was stored before, all that it holds; none of what could not be read. */
  readonly lessons: readonly SourceIndex[];
  /** Why its bytes could not be read as a source. */
  readonly complaint?: string | undefined;
  /** True where that may be otherwise at the next start. */
  readonly isPassing?: boolean;
}

/** Keeps what was learned from one start to the next. */
export interface IndexCache {
  /** What was kept last; nothing where that does not fit any more. Does not reject. */
  load(): Promise<readonly IndexedSource[]>;
  /** Keeps this in the place of what was kept before. Does not reject. */
  save(known: readonly IndexedSource[]): Promise<void>;
}

/** Learns what `indexesOf` tells. Rejects with an `UnreadableError`. */
export type Indexer = (material: SourceInput) => Promise<readonly SourceIndex[] | undefined>;

/** What learning needs of the host. */
export interface IngestHost {
  readonly readDocument: DocumentReader;
  readonly learn: Indexer;
  /** A checksum by which bytes are known again. */
  readonly digest: (bytes: Uint8Array) => string | Promise<string>;
}

/** Tells how far learning is, and whether it is to go on. */
export interface IngestProgress {
  /** Called before the first and after each source that had to be learned. */
  readonly report: (done: number, all: number) => void;
  readonly isCancelled: () => boolean;
}

const UNHURRIED: IngestProgress = { report: () => undefined, isCancelled: () => false };

/** Files that are looked at, or learned from, at the same time. */
const TOGETHER = 16;

/** Documents and stored bases, of which all bytes are held until it is their turn, are read one after another. */
const LARGE_TOGETHER = 2;

/** The sources of one folder, each learned once for as long as it stays as it is. */
export class Ingest {
  readonly #workspace: Workspace;
  readonly #classroom: IngestHost;
  readonly #cache: IndexCache | undefined;
  #known: Map<string, IndexedSource> | undefined;
  /** True where something is known that the cache does not have. */
  #isUnsaved = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace, classroom: IngestHost, cache?: IndexCache) {
    this.#workspace = workspace;
    this.#classroom = classroom;
    this.#cache = cache;
  }

  /**
   * Reads the files that are new or have changed, and learns from them; what the others taught is
   * known. A source that cannot be read is told and left out. `undefined` where it was cancelled; what
   * was learned until then is not learned again. Does not reject.
   */
  async learn(
    paths: readonly string[],
    progress: IngestProgress = UNHURRIED,
  ): Promise<IngestResult | undefined> {
    const before = (this.#known ??= await this.#loaded());
    const complaints = new Map<string, string>();
    const stamps = new Map<string, string | undefined>();
    await together(paths, async (path) => {
      stamps.set(path, await this.#workspace.stamp(path));
    });
    const stale = paths.filter((path) => {
      const stamp = stamps.get(path);
      return stamp === undefined || stamp !== before.get(path)?.stamp;
    });

    let [done, fresh] = [0, 0];
    progress.report(done, stale.length);
    const learn = async (path: string): Promise<void> => {
      if (progress.isCancelled()) return;
      try {
        const last = before.get(path);
        const known = await this.#learn(path, stamps.get(path), last);
        if (known.lessons !== last?.lessons) fresh++;
        if (known !== last) this.#isUnsaved = true;
        before.set(path, known);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        if (before.delete(path)) this.#isUnsaved = true;
        complaints.set(path, error.message);
      }
      progress.report(++done, stale.length);
    };
    await Promise.all([
      together(
        stale.filter((path) => !isLarge(path)),
        learn,
      ),
      together(stale.filter(isLarge), learn, LARGE_TOGETHER),
    ]);
    if (progress.isCancelled()) return undefined;

    const known = paths.flatMap((path) => before.get(path) ?? []);
    if (known.length < before.size) this.#isUnsaved = true;
    this.#known = new Map(known.map((source) => [source.path, source]));
    this.#save(known.filter(({ isPassing }) => isPassing !== true));
    for (const { path, complaint } of known) {
      if (complaint !== undefined) complaints.set(path, complaint);
    }
    return learnedFrom(
      known.filter(isSound),
      fresh,
      paths.flatMap((path) => complaints.get(path) ?? []),
    );
  }

  /** Resolves when all that is known is in the cache. Does not reject. */
  saved(): Promise<void> {
    return this.#saving;
  }

  /** Drafts do not wait for it. */
  #save(known: readonly IndexedSource[]): void {
    if (this.#cache === undefined || !this.#isUnsaved) return;
    const cache = this.#cache;
    this.#isUnsaved = false;
    this.#saving = this.#saving.then(() => cache.save(known));
  }

  async #loaded(): Promise<Map<string, IndexedSource>> {
    const kept = (await this.#cache?.load()) ?? [];
    return new Map(kept.map((source) => [source.path, source]));
  }

  /** Rejects with an `UnreadableError` where not even the bytes can be read. */
  async #learn(
    path: string,
    stamp: string | undefined,
    before: IndexedSource | undefined,
  ): Promise<IndexedSource> {
    const [kind] = OTHER.exec(path) ?? [];
    if (kind !== undefined) {
      throw new UnreadableError(`${path} is of a kind that is not read (${kind})`);
    }
    const bytes = await this.#workspace.readBytes(path, limitOf(path));
    const hash = await this.#classroom.digest(bytes);
    if (hash === before?.hash) return stamp === before.stamp ? before : { ...before, stamp };
    try {
      return { path, hash, stamp, lessons: await this.#lessonsIn(path, bytes) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      const isPassing = error instanceof PassingError;
      return { path, hash, stamp, lessons: [], complaint: error.message, isPassing };
    }
  }

  /** Rejects with an `UnreadableError`. */
  async #lessonsIn(path: string, bytes: Uint8Array): Promise<readonly SourceIndex[]> {
    const lessons = await this.#classroom.learn(await this.#materialIn(path, bytes));
    if (lessons !== undefined) return lessons;
    throw new UnreadableError(
      `${path} is no base that this version of Copydesk stored, or is damaged`,
    );
  }

  /** Rejects with an `UnreadableError`. */
  async #materialIn(path: string, bytes: Uint8Array): Promise<SourceInput> {
    if (isStored(path)) return { name: path, stored: bytes };
    const format = documentFormat(path);
    if (format !== undefined) {
      const document = await this.#classroom.readDocument(format, bytes);
      if (isUnreadable(document)) throw refusal(`${path} ${document.unreadable}`, document);
      return { name: path, paragraphs: document };
    }
    const text = decodeSource(bytes);
    if (text === undefined) throw new UnreadableError(`${path} is a binary file, not text`);
    if (countParagraphs(text, MOST_LINES + 1) > MOST_LINES) {
      throw new UnreadableError(`${path} has more than ${MOST_LINES.toLocaleString('en')} lines`);
    }
    return { name: path, text };
  }
}

/** Does something for each item, `most` at a time. */
async function together<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  most = TOGETHER,
): Promise<void> {
  const rest = items.values();
  const run = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: most }, run));
}

function refusal(message: string, { isPassing }: Unreadable): UnreadableError {
  return isPassing === true ? new PassingError(message) : new UnreadableError(message);
}

function isSound({ complaint }: IndexedSource): boolean {
  return complaint === undefined;
}

function learnedFrom(
  known: readonly IndexedSource[],
  fresh: number,
  complaints: readonly string[],
): IngestResult {
  const lessons = known.flatMap((source) => source.lessons);
  // What is wrong in a stored base was told when it was stored.
  const problems = known
    .flatMap((source) => (isStored(source.path) ? [] : source.lessons))
    .flatMap((lesson) => lesson.problems);
  return {
    lessons,
    read: known.map(({ path }) => path),
    dossiers: known
      .filter((source) => !isStored(source.path) && source.lessons.some(({ written }) => written))
      .map(({ path }) => path),
    fresh,
    problems,
    complaints: [
      ...complaints.map((complaint) => `${complaint}; it is left out`),
      ...problems.map(({ citation, message }) => `${citation.source}:${citation.line}: ${message}`),
    ],
  };
}

const MEGABYTE = 1024 * 1024;
/** The most that is read of a document, in bytes: it may be full of pictures. */
const LARGEST_DOCUMENT = 64 * MEGABYTE;
/** The most that is read of a stored base, in bytes: what 13,000 articles teach. */
const LARGEST_BASE = 128 * MEGABYTE;

/** The most lines that a text may have, as each may be a paragraph: more than any text of that size has. */
const MOST_LINES = MOST_PARAGRAPHS;

function limitOf(path: string): number {
  if (documentFormat(path) !== undefined) return LARGEST_DOCUMENT;
  return isStored(path) ? LARGEST_BASE : LARGEST_TEXT;
}

function isLarge(path: string): boolean {
  return limitOf(path) > LARGEST_TEXT;
}

/** JSON read as prose would put nonsense in the base. */
function isStored(path: string): boolean {
  return path.endsWith('.json');
}

/** Names of files that are written in characters but hold no prose, or hide it in codes. */
const OTHER = /\.(?:rtf|csv|tsv|xml|svg|css|m?js|map|ya?ml|toml|ini|log|sql|py|sh)$/iu;
