import { type SignOffTarget, storedSignOffs } from '../features/factSheet/signOffEdit.js';
import type { StoredSignOff } from '../features/factSheet/signOffFile.js';

/** Reads the signatures in each draft once, and again after the sign-off files changed. */
export class SignOffStore {
  readonly #targetOf: (draft: string) => Promise<SignOffTarget | undefined>;
  readonly #stored = new Map<string, Promise<readonly StoredSignOff[]>>();

  /** @param targetOf The sign-off file of a draft; does not reject. */
  constructor(targetOf: (draft: string) => Promise<SignOffTarget | undefined>) {
    this.#targetOf = targetOf;
  }

  /**
   * The signatures in a draft. Returns the same value until `forget` is called. Does not reject.
   */
  of(draft: string): Promise<readonly StoredSignOff[]> {
    const known = this.#stored.get(draft);
    if (known !== undefined) return known;
    const stored = this.#targetOf(draft).then((target) =>
      target === undefined ? [] : storedSignOffs(target),
    );
    this.#stored.set(draft, stored);
    return stored;
  }

  /** Makes the next call of `of` read again. */
  forget(): void {
    this.#stored.clear();
  }
}
