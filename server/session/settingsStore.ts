import { escapesFolder, globProblem, quotedGlob } from '../workspace/globs.js';
import type { ClientApi } from './clientApi.js';
import { type Settings, readSettings, spellingProblem } from './settings.js';

/** More globs than anybody needs: each is compared with every file of the folder, and watched. */
const MOST_GLOBS = 500;

const SOURCES = 'copydesk.sources';

/** The settings of each document, requested from the client once until they change. */
export class SettingsStore {
  readonly #client: Pick<ClientApi, 'log' | 'settings'>;
  readonly #settings = new Map<string, Promise<Settings>>();
  /** The problems that were reported. */
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
      .then(
        (value) => {
          this.#report('copydesk.spelling', spellingProblem(value));
          return readSettings(value);
        },
        () => readSettings(undefined),
      )
      .then((read) => ({ ...read, sources: this.#usable(read.sources) }));
    this.#settings.set(uri, settings);
    return settings;
  }

  forget(uri: string): void {
    this.#settings.delete(uri);
  }

  forgetAll(): void {
    this.#settings.clear();
  }

  #usable(globs: readonly string[]): readonly string[] {
    if (globs.length > MOST_GLOBS) {
      this.#report(
        SOURCES,
        `contains ${globs.length.toLocaleString('en')} patterns, of which only the first ${MOST_GLOBS} are used.`,
      );
    }
    return globs.slice(0, MOST_GLOBS).filter((glob) => this.#isUsable(glob));
  }

  /**
   * Workspace settings may come from anyone, so a glob is checked before any file is searched for.
   */
  #isUsable(glob: string): boolean {
    const problem = escapesFolder(glob) ? 'points outside the folder' : globProblem(glob);
    if (problem === undefined) return true;
    this.#report(SOURCES, `contains ${quotedGlob(glob)}, which ${problem}. It is ignored.`);
    return false;
  }

  /** Logs a problem of a setting once, if there is one. */
  #report(setting: string, problem: string | undefined): void {
    if (problem === undefined) return;
    const message = `The setting “${setting}” ${problem}`;
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    this.#client.log.warn(message);
  }
}
