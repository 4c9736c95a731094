import { type LocatedSuppressions, locateSuppressions } from '../suppressions/findSuppressions.js';
import type { SessionHost } from './referenceStore.js';

/** Finds the decisions that hold in each folder once, and again after they changed. */
export class SuppressionsStore {
  readonly #open: SessionHost['open'];
  readonly #openText: (uri: string) => string | undefined;
  readonly #found = new Map<string, Promise<LocatedSuppressions | undefined>>();

  /** @param openText The text of a file that the editor holds open: it counts before it is saved. */
  constructor(open: SessionHost['open'], openText: (uri: string) => string | undefined) {
    this.#open = open;
    this.#openText = openText;
  }

  /**
   * The decisions that hold for a draft, by its address; `undefined` where there are none. The same
   * value is given until `forget`. Does not reject.
   */
  of(draft: string): Promise<LocatedSuppressions | undefined> {
    const end = draft.lastIndexOf('/');
    const folder = draft.slice(0, Math.max(end, 0));
    const known = this.#found.get(folder);
    if (known !== undefined) return known;
    const workspace = this.#open(folder);
    const found =
      workspace === undefined
        ? Promise.resolve(undefined)
        : locateSuppressions(workspace, draft.slice(end + 1), this.#openText);
    this.#found.set(folder, found);
    return found;
  }

  /** Makes the next call of `of` look afresh. */
  forget(): void {
    this.#found.clear();
  }
}
