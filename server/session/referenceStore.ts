import { DEFAULT_SOURCES } from './settings.js';
import { counted, summaryOf } from '../reference/summary.js';
import type { Problem } from '../reference/model.js';
import { type Reference, referenceOf } from '../reference/reference.js';
import {
  type IngestHost,
  type IndexCache,
  type IngestProgress,
  Ingest,
} from '../sources/ingest.js';
import { type Workspace, plainAddress } from '../workspace/workspace.js';

/** The reference that the drafts of one folder are held against. */
export interface Snapshot {
  readonly reference: Reference;
  /** The address at which an editor opens a source; `undefined` where it is no file. */
  readonly addressOf: (source: string) => string | undefined;
  /** True for the address of one of the sources. */
  readonly holds: (uri: string) => boolean;
  /** What is wrong in its dossiers. */
  readonly problems?: readonly Problem[];
  /** The dossier that a new name goes to; `undefined` where none could be read. */
  readonly dossier?: Dossier;
}

/** A dossier among the sources, or one that is still to be written. */
export interface Dossier {
  /** The path from the folder. */
  readonly path: string;
  readonly uri: string;
  /** Its text on the disk; `undefined` where it is not there. Does not reject. */
  readonly read: () => Promise<string | undefined>;
}

/** Where a folder without a dossier gets one. */
const FIRST_DOSSIER = 'sources/dossier.md';

/** Tells the reporter, in plain words, what goes on. */
export interface Journal {
  info(message: string): void;
  warn(message: string): void;
}

/** A bar that an editor shows while something takes long. */
export interface ProgressBar {
  readonly report: (done: number, all: number) => void;
  readonly isCancelled: () => boolean;
  readonly end: () => void;
}

/** Shows a bar with a title; `undefined` where the editor has none. Does not reject. */
export type ShowProgress = (title: string) => Promise<ProgressBar | undefined>;

/** Where a library has its sources from. */
export interface SessionHost extends IngestHost {
  /** The files of a workspace folder; `undefined` where its scheme is one that cannot be read. */
  readonly open: (folder: string) => Workspace | undefined;
  /**
   * What keeps lessons in the folder `storage`, an address, for `whose` sources; `undefined` where
   * nothing can be kept there.
   */
  readonly cache?: (storage: string, whose: string, journal: Journal) => IndexCache | undefined;
  /** The base that ships. May reject. */
  readonly shipped: () => Promise<Snapshot>;
}

/** The sources of a folder with the last that was learned from them. */
interface FolderSources {
  readonly workspace: Workspace;
  readonly sources: Ingest;
  last: Promise<unknown>;
  shelf?: Snapshot;
  /** What the shelf was made of: lessons, and the paths of all sources, read or not. */
  made?: readonly unknown[];
}

/** Learns each folder's sources once, and those that change again. */
export class ReferenceStore {
  readonly #stock: SessionHost;
  readonly #journal: Journal;
  readonly #showProgress: ShowProgress;
  readonly #shelves = new Map<string, Promise<Snapshot>>();
  readonly #collections = new Map<string, FolderSources>();
  #storage: string | undefined;

  constructor(stock: SessionHost, journal: Journal, showProgress: ShowProgress) {
    this.#stock = stock;
    this.#journal = journal;
    this.#showProgress = showProgress;
  }

  /** Keeps from now on what is learned below a folder, by its address, for the next start. */
  keepIn(storage: string): void {
    this.#storage = storage;
  }

  /**
   * The reference for a folder whose sources match the globs; the one that ships where there are
   * none. The same shelf is given until `forget`, and after it, too, where no source has changed.
   * Rejects where even the base that ships cannot be read.
   */
  shelf(folder: string | undefined, globs: readonly string[]): Promise<Snapshot> {
    const key = JSON.stringify([folder, globs]);
    const known = this.#shelves.get(key);
    if (known !== undefined) return known;
    const shelf = this.#fill(key, folder, globs);
    this.#shelves.set(key, shelf);
    return shelf;
  }

  /** Makes the next call of `shelf` look for what has changed. */
  forget(): void {
    this.#shelves.clear();
  }

  /** Resolves when all that was learned is kept, where it is. Does not reject. */
  async saved(): Promise<void> {
    await Promise.all([...this.#collections.values()].map(({ sources }) => sources.saved()));
  }

  async #fill(
    key: string,
    folder: string | undefined,
    globs: readonly string[],
  ): Promise<Snapshot> {
    const workspace = folder === undefined ? undefined : this.#stock.open(folder);
    const paths = (await workspace?.find(globs)) ?? [];
    if (workspace === undefined || paths.length === 0) return this.#shipped(folder, globs);

    let collection = this.#collections.get(key);
    if (collection === undefined) {
      const storage = this.#storage;
      const cache =
        storage === undefined ? undefined : this.#stock.cache?.(storage, key, this.#journal);
      const sources = new Ingest(workspace, this.#stock, cache);
      collection = { workspace, sources, last: Promise.resolve() };
      this.#collections.set(key, collection);
    }
    const own = collection;
    const turn = own.last.then(() => this.#learn(own, paths, globs));
    own.last = turn.catch(() => undefined);
    return turn;
  }

  async #learn(
    collection: FolderSources,
    paths: readonly string[],
    globs: readonly string[],
  ): Promise<Snapshot> {
    const started = performance.now();
    const { workspace, sources } = collection;
    const bar = new LateBar(this.#showProgress);
    const learned = await sources.learn(paths, bar).finally(() => bar.end());
    if (learned === undefined) return this.#interrupted(collection, paths);

    const { lessons, read, dossiers, fresh, problems, complaints } = learned;
    for (const complaint of complaints) this.#journal.warn(complaint);
    const made = [...lessons, ...paths];
    if (collection.shelf !== undefined && isSame(collection.made, made)) return collection.shelf;
    const reference = referenceOf(lessons);
    const anew = fresh < read.length ? ` (${fresh} new or changed)` : '';
    this.#journal.info(
      `Learned from ${counted(read.length, 'source')}${anew} in ${Math.round(performance.now() - started)} ms: ${summaryOf(reference.base)}.`,
    );
    collection.made = made;
    return (collection.shelf = {
      ...shelfOf(reference, workspace, paths),
      problems,
      ...(dossiers[0] === undefined
        ? newDossier(workspace, globs)
        : { dossier: dossierAt(workspace, dossiers[0]) }),
    });
  }

  /** What a reporter works with who did not want to wait: what was there before. */
  #interrupted({ shelf, workspace }: FolderSources, paths: readonly string[]): Snapshot {
    const instead =
      shelf === undefined
        ? 'so drafts are not held against them'
        : 'so drafts are held against what was known before';
    this.#journal.warn(
      `Learning from your sources was cancelled, ${instead}. It goes on when a source changes, or with “Copydesk: Restart”.`,
    );
    return shelf ?? shelfOf(referenceOf([]), workspace, paths);
  }

  async #shipped(folder: string | undefined, globs: readonly string[]): Promise<Snapshot> {
    const shelf = await this.#stock.shipped();
    const why =
      folder === undefined
        ? 'The draft lies in no folder'
        : `No sources match ${globs.join(', ') || 'the empty list of globs'}`;
    this.#journal.info(
      `${why}, so the base that comes with Copydesk is used: ${summaryOf(shelf.reference.base)}.`,
    );
    return shelf;
  }
}

function shelfOf(reference: Reference, workspace: Workspace, paths: readonly string[]): Snapshot {
  const addresses = new Set(paths.map((path) => plainAddress(workspace.uriOf(path))));
  return {
    reference,
    addressOf: (source) => workspace.uriOf(source),
    holds: (uri) => addresses.has(plainAddress(uri)),
  };
}

function isSame(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before?.length === now.length && now.every((part, index) => part === before[index]);
}

/** Fewer sources than this are learned before anybody would read what a bar says. */
const MANY = 50;

/** Shows a bar where there is much to learn. */
class LateBar implements IngestProgress {
  readonly #show: ShowProgress;
  #bar: Promise<ProgressBar | undefined> | undefined;
  #shown: ProgressBar | undefined;

  constructor(show: ShowProgress) {
    this.#show = show;
  }

  readonly report = (done: number, all: number): void => {
    if (all < MANY) return;
    this.#bar ??= this.#show('Learning from your sources').then((bar) => (this.#shown = bar));
    this.#shown?.report(done, all);
  };

  readonly isCancelled = (): boolean => this.#shown?.isCancelled() ?? false;

  end(): void {
    void this.#bar?.then((bar) => bar?.end());
  }
}

/** A new dossier is of use only where it is read as a source, and stands beside others. */
function newDossier(
  workspace: Workspace,
  globs: readonly string[],
): { readonly dossier?: Dossier } {
  const isRead = DEFAULT_SOURCES.some((glob) => globs.includes(glob));
  return isRead ? { dossier: dossierAt(workspace, FIRST_DOSSIER) } : {};
}

function dossierAt(workspace: Workspace, path: string): Dossier {
  const read = (): Promise<string | undefined> => workspace.readText(path).catch(() => undefined);
  return { path, uri: workspace.uriOf(path), read };
}
