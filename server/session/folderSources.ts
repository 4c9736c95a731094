import type { URI } from 'vscode-uri';
import { NO_REFERENCE, type Reference } from '../reference/reference.js';
import type { ReferenceStore } from './referenceStore.js';
import type { Snapshot } from './snapshot.js';
import type { SettingsStore } from './settingsStore.js';
import type { WorkspaceFolders } from './workspaceFolders.js';

/** The sources of the folders that are open in the editor, as their settings name them. */
export class FolderSources {
  readonly #folders: WorkspaceFolders;
  readonly #settings: SettingsStore;
  readonly #references: ReferenceStore;

  constructor(folders: WorkspaceFolders, settings: SettingsStore, references: ReferenceStore) {
    this.#folders = folders;
    this.#settings = settings;
    this.#references = references;
  }

  /** The sources of the folder of a document, without the sample that ships. */
  async of(uri: string): Promise<Pick<Snapshot, 'reference' | 'uriOfSource'>> {
    const { reference, uriOfSource } = await this.#snapshot(uri, this.#folders.of(uri));
    return { reference: reference.origin === 'sample' ? NO_REFERENCE : reference, uriOfSource };
  }

  /** The snapshots of all folders that have sources, and the sample if it is among `used`. */
  async all(used: ReadonlySet<Reference>): Promise<readonly Snapshot[]> {
    const folders = this.#folders.all.length === 0 ? [undefined] : this.#folders.all;
    const snapshots = await Promise.all(
      folders.map((folder) => this.#snapshot(folder?.toString() ?? '', folder)),
    );
    return snapshots.filter(
      ({ reference }) => reference.origin !== 'sample' || used.has(reference),
    );
  }

  /** The globs of the sources of all folders. */
  async globs(): Promise<readonly string[]> {
    const settings = await Promise.all(
      this.#folders.all.map((folder) => this.#settings.of(folder.toString())),
    );
    return settings.flatMap(({ sources }) => sources);
  }

  /** The snapshot of a folder under the settings of a document or folder. */
  async #snapshot(uri: string, folder: URI | undefined): Promise<Snapshot> {
    const { sources } = await this.#settings.of(uri);
    return this.#references.snapshot(folder, sources);
  }
}
