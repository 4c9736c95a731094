import type { DocumentReader } from './documents/document.js';
import { DEFAULT_SOURCES } from './features/settings.js';
import { counted, summaryOf } from './features/summary.js';
import { type Reference, createReference } from './reference/reference.js';
import { learnSources } from './sources.js';
import { type Workspace, plainAddress } from './workspace.js';

/** The reference that the drafts of one folder are held against. */
export interface Shelf {
  readonly reference: Reference;
  /** The address at which an editor opens a source; `undefined` where it is no file. */
  readonly addressOf: (source: string) => string | undefined;
  /** True for the address of one of the sources. */
  readonly holds: (uri: string) => boolean;
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

/** Where a library has its sources from. */
export interface Stock {
  /** The files of a workspace folder; `undefined` where its scheme is one that cannot be read. */
  readonly open: (folder: string) => Workspace | undefined;
  readonly readDocument: DocumentReader;
  /** The base that ships. May reject. */
  readonly shipped: () => Promise<Shelf>;
}

/** Learns each folder's sources once, and again after they changed. */
export class Library {
  readonly #stock: Stock;
  readonly #journal: Journal;
  readonly #shelves = new Map<string, Promise<Shelf>>();

  constructor(stock: Stock, journal: Journal) {
    this.#stock = stock;
    this.#journal = journal;
  }

  /**
   * The reference for a folder whose sources match the globs; the one that ships where there are
   * none. The same shelf is given until `forget`. Rejects where even that cannot be read.
   */
  shelf(folder: string | undefined, globs: readonly string[]): Promise<Shelf> {
    const key = JSON.stringify([folder, globs]);
    const known = this.#shelves.get(key);
    if (known !== undefined) return known;
    const shelf = this.#fill(folder, globs);
    this.#shelves.set(key, shelf);
    return shelf;
  }

  /** Makes the next call of `shelf` learn afresh. */
  forget(): void {
    this.#shelves.clear();
  }

  async #fill(folder: string | undefined, globs: readonly string[]): Promise<Shelf> {
    const workspace = folder === undefined ? undefined : this.#stock.open(folder);
    const paths = (await workspace?.find(globs)) ?? [];
    if (workspace === undefined || paths.length === 0) return this.#shipped(folder, globs);

    const started = performance.now();
    const { base, read, dossiers, complaints } = await learnSources(
      workspace,
      this.#stock.readDocument,
      paths,
    );
    const reference = createReference(base);
    for (const complaint of complaints) this.#journal.warn(complaint);
    this.#journal.info(
      `Learned from ${counted(read.length, 'source')} in ${Math.round(performance.now() - started)} ms: ${summaryOf(base)}.`,
    );
    const addresses = new Set(paths.map((path) => plainAddress(workspace.uriOf(path))));
    return {
      reference,
      addressOf: (source) => workspace.uriOf(source),
      holds: (uri) => addresses.has(plainAddress(uri)),
      ...(dossiers[0] === undefined
        ? newDossier(workspace, globs)
        : { dossier: dossierAt(workspace, dossiers[0]) }),
    };
  }

  async #shipped(folder: string | undefined, globs: readonly string[]): Promise<Shelf> {
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
