import { escapesFolder, globProblem, quotedGlob } from '../workspace/globs.js';
import type { ClientApi } from './clientApi.js';
import { type Settings, readSettings } from './settings.js';

/** The settings of each document, requested from the client once until they change. */
export class SettingsStore {
  readonly #client: Pick<ClientApi, 'log' | 'settings'>;
  readonly #settings = new Map<string, Promise<Settings>>();
  /** The globs that were reported as ignored. */
  readonly #reported = new Set<string>();

  constructor(client: Pick<ClientApi, 'log' | 'settings'>) {
    this.#client = client;
  }

  /** The settings for a document or folder; the defaults if the client does not answer. Does not reject. */
  of(uri: string): Promise<Settings> {
    const known = this.#settings.get(uri);
    if (known !== undefined) return known;
    const settings = this.#client
      .settings(uri)
      .then(readSettings, () => readSettings(undefined))
      .then((read) => ({ ...read, sources: read.sources.filter((glob) => this.#isUsable(glob)) }));
    this.#settings.set(uri, settings);
    return settings;
  }

  forget(uri: string): void {
    this.#settings.delete(uri);
  }

  forgetAll(): void {
    this.#settings.clear();
  }

  /** Workspace settings may come from anyone, so a glob is checked before any file is searched for. */
  #isUsable(glob: string): boolean {
    const problem = escapesFolder(glob) ? 'points outside the folder' : globProblem(glob);
    if (problem === undefined) return true;
    if (!this.#reported.has(glob)) {
      this.#reported.add(glob);
      this.#client.log.warn(
        `The setting “copydesk.sources” contains ${quotedGlob(glob)}, which ${problem}. It is ignored.`,
      );
    }
    return false;
  }
}
