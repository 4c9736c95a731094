import { type URI, Utils } from 'vscode-uri';
import {
  type LocatedSuppressions,
  locateSuppressions,
} from '../suppressions/locateSuppressions.js';
import { parseUri } from '../workspace/uris.js';
import type { SessionHost } from './referenceStore.js';

/** Finds the suppressions for the drafts of each folder once, and again after they changed. */
export class SuppressionsStore {
  readonly #open: SessionHost['open'];
  readonly #openText: (uri: string) => string | undefined;
  readonly #located = new Map<string, Promise<LocatedSuppressions | undefined>>();

  /** @param openText The text of a file that is open in the editor, which counts before it is saved. */
  constructor(open: SessionHost['open'], openText: (uri: string) => string | undefined) {
    this.#open = open;
    this.#openText = openText;
  }

  /**
   * The suppressions for a draft; `undefined` if there are none. Returns the same value until `forget`
   * is called. Does not reject.
   */
  of(draft: string): Promise<LocatedSuppressions | undefined> {
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

  async #locate(folder: URI, draft: URI): Promise<LocatedSuppressions | undefined> {
    const workspace = this.#open(folder);
    if (workspace === undefined) return undefined;
    return locateSuppressions(workspace, Utils.basename(draft), this.#openText);
  }
}
