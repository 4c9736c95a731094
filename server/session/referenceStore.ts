import type { URI } from 'vscode-uri';
import { isEmptyReference, referenceFromIndexes } from '../reference/reference.js';
import { countWithNoun, summaryOf } from '../reference/summary.js';
import { Ingest } from '../sources/ingest.js';
import { recordingsBeside } from '../sources/recordings.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Log } from './clientApi.js';
import { DelayedProgressBar, type ShowProgress } from './progressBar.js';
import type { SessionHost } from './sessionHost.js';
import { type Snapshot, dossierAt, newDossier, snapshotOf } from './snapshot.js';

/** The sources of a folder and its last snapshot. */
interface FolderSources {
  readonly workspace: Workspace;
  readonly ingest: Ingest;
  /** Settles when the last update has ended. */
  last: Promise<unknown>;
  snapshot?: Snapshot;
  /**
   * The parts of the snapshot: the source indexes, the paths of all sources, and why some were not
   * read.
   */
  inputs?: readonly unknown[];
}

/** Indexes the sources of each folder once, and changed ones again. */
export class ReferenceStore {
  readonly #host: SessionHost;
  readonly #log: Log;
  readonly #showProgress: ShowProgress;
  readonly #snapshots = new Map<string, Promise<Snapshot>>();
  readonly #folders = new Map<string, FolderSources>();
  #storage: URI | undefined;

  constructor(host: SessionHost, log: Log, showProgress: ShowProgress) {
    this.#host = host;
    this.#log = log;
    this.#showProgress = showProgress;
  }

  /** Stores source indexes in a folder from now on, for the next start. */
  cacheIn(storage: URI): void {
    this.#storage = storage;
  }

  /**
   * The reference of a folder whose sources match the globs; the sample that ships if no file
   * matches. Returns the same snapshot until `forget` is called, and after that if no source has
   * changed. Rejects if not even the sample can be read.
   */
  snapshot(folder: URI | undefined, globs: readonly string[]): Promise<Snapshot> {
    const key = JSON.stringify([folder?.toString(), globs]);
    const known = this.#snapshots.get(key);
    if (known !== undefined) return known;
    const snapshot = this.#load(key, folder, globs);
    this.#snapshots.set(key, snapshot);
    return snapshot;
  }

  /** Makes the next call of `snapshot` look for changes. */
  forget(): void {
    this.#snapshots.clear();
  }

  /** Resolves when everything that can be stored is stored. Does not reject. */
  async flush(): Promise<void> {
    await Promise.all([...this.#folders.values()].map(({ ingest }) => ingest.saved()));
  }

  async #load(key: string, uri: URI | undefined, globs: readonly string[]): Promise<Snapshot> {
    const workspace = uri === undefined ? undefined : this.#host.open(uri);
    const paths = (await workspace?.find(globs)) ?? [];
    if (workspace === undefined || paths.length === 0) {
      return this.#builtIn(
        uri === undefined ? 'The draft is not in a workspace folder' : noneMatches(globs),
      );
    }

    const folder = this.#folders.get(key) ?? this.#addFolder(key, workspace);
    const update = folder.last.then(() => this.#update(folder, paths, globs));
    folder.last = update.catch(() => undefined);
    return update;
  }

  #addFolder(key: string, workspace: Workspace): FolderSources {
    const storage = this.#storage;
    const cache = storage === undefined ? undefined : this.#host.cache?.(storage, key, this.#log);
    const ingest = new Ingest(workspace, this.#host, cache);
    const folder = { workspace, ingest, last: Promise.resolve() };
    this.#folders.set(key, folder);
    return folder;
  }

  async #update(
    folder: FolderSources,
    paths: readonly string[],
    globs: readonly string[],
  ): Promise<Snapshot> {
    const started = performance.now();
    const { workspace, ingest } = folder;
    const bar = new DelayedProgressBar(this.#showProgress);
    const result = await ingest.update(paths, bar).finally(() => bar.end());
    if (result === undefined) return this.#cancelled(folder, paths);

    const { indexes, read, unreadable, dossiers, indexedCount, problems, warnings, notes } = result;
    for (const warning of [...warnings, ...notes]) this.#log.warn(warning);
    const recordings = await recordingsBeside(paths, workspace);
    const inputs = [
      ...[...indexes, ...paths, ...recordings.values()],
      ...unreadable.map(({ reason }) => reason),
    ];
    if (folder.snapshot !== undefined && isSame(folder.inputs, inputs)) return folder.snapshot;
    const reference = referenceFromIndexes(indexes, 'sources', unreadable);
    const changed = indexedCount < read.length ? ` (${indexedCount} new or changed)` : '';
    const elapsed = Math.round(performance.now() - started);
    this.#log.info(
      `Indexed ${countWithNoun(read.length, 'source')}${changed} in ${elapsed} ms: ${summaryOf(reference.base)}.`,
    );
    folder.inputs = inputs;
    const own = {
      ...snapshotOf(reference, workspace, paths),
      ...(recordings.size === 0 ? {} : { recordingOf: (source: string) => recordings.get(source) }),
    };
    return (folder.snapshot = {
      ...(isEmptyReference(reference) && unreadable.length === 0
        ? { ...(await this.#builtIn('Your sources are empty')), isSource: own.isSource }
        : own),
      indexes,
      paths,
      problems,
      ...(dossiers[0] === undefined
        ? newDossier(workspace, globs)
        : { dossier: dossierAt(workspace, dossiers[0]) }),
    });
  }

  /** A reporter who cancels indexing continues with the previous snapshot. */
  #cancelled({ snapshot, workspace }: FolderSources, paths: readonly string[]): Snapshot {
    const consequence =
      snapshot === undefined
        ? 'drafts are not checked against them'
        : 'drafts are checked against the previous index';
    this.#log.warn(
      `Indexing your sources was cancelled, so ${consequence}. It resumes when a source changes or when you run “Copydesk: Restart”.`,
    );
    return snapshot ?? snapshotOf(referenceFromIndexes([]), workspace, paths);
  }

  /** @param reason Why there are no sources, worded to be followed by a comma. */
  async #builtIn(reason: string): Promise<Snapshot> {
    const snapshot = await this.#host.shipped();
    this.#log.info(
      `${reason}, so only drafts about the summit in Astana are checked against something: the shipped summit reference (sample), with ${summaryOf(snapshot.reference.base)}.`,
    );
    return snapshot;
  }
}

/** Upper bound on the globs that a message names. */
const MOST_NAMED = 3;

/** The message that no file matches any of the globs; an empty glob does not count. */
function noneMatches(globs: readonly string[]): string {
  const given = globs.filter((glob) => glob.trim() !== '');
  if (given.length === 0) return 'No globs for sources are set';
  const named = given.slice(0, MOST_NAMED).join(', ');
  const others = given.length - MOST_NAMED;
  return `No sources match ${named}${others > 0 ? ` or ${countWithNoun(others, 'other glob')}` : ''}`;
}

function isSame(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before?.length === now.length && now.every((part, index) => part === before[index]);
}
