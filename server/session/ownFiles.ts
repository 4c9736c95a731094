import { type URI, Utils } from 'vscode-uri';
import { parseUri } from '../workspace/uris.js';
import type { Workspace } from '../workspace/workspace.js';
import type { SessionHost } from './sessionHost.js';

/** Finds the file of a kind that applies to a draft; `undefined` if there is none. Does not reject. */
type Locate<Located> = (
  workspace: Workspace,
  draft: string,
  openText: (uri: string) => string | undefined,
) => Promise<Located | undefined>;

/**
 * Finds the files of one kind, such as suppressions, for the drafts of each folder once, and again
 * after a change.
 */
export class OwnFiles<Located> {
  readonly #locateIn: Locate<Located>;
  readonly #open: SessionHost['open'];
  readonly #openText: (uri: string) => string | undefined;
  readonly #located = new Map<string, Promise<Located | undefined>>();

  /** @param openText The unsaved text of a file that is open in the editor. */
  constructor(
    locate: Locate<Located>,
    open: SessionHost['open'],
    openText: (uri: string) => string | undefined,
  ) {
    this.#locateIn = locate;
    this.#open = open;
    this.#openText = openText;
  }

  /**
   * The file for a draft; `undefined` if there is none. Returns the same value until `forget` is called. Does not
   * reject.
   */
  of(draft: string): Promise<Located | undefined> {
    const uri = parseUri(draft);
    if (uri === undefined) return Promise.resolve(undefined);
    const folder = Utils.dirname(uri);
    const key = folder.toString();
    const known = this.#located.get(key);
    if (known !== undefined) return known;
    const located = this.#locate(folder, uri);
    this.#located.set(key, located);
    return located;
  }

  /** Makes the next call of `of` search again. */
  forget(): void {
    this.#located.clear();
  }

  async #locate(folder: URI, draft: URI): Promise<Located | undefined> {
    const workspace = this.#open(folder);
    if (workspace === undefined) return undefined;
    return this.#locateIn(workspace, Utils.basename(draft), this.#openText);
  }
}
