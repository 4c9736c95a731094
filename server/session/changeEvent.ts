import type { CancellationToken } from 'vscode-languageserver';

/** Lets requests wait until the data behind their answer changes. */
export class ChangeEvent {
  readonly #waiting = new Set<() => void>();

  /** Resolves every pending `next`. */
  fire(): void {
    for (const finish of this.#waiting) finish();
    this.#waiting.clear();
  }

  /** Resolves at the next change, or when the request is cancelled. Does not reject. */
  next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const cancellation = token.onCancellationRequested(() => finish());
      const finish = (): void => {
        this.#waiting.delete(finish);
        cancellation.dispose();
        resolve();
      };
      if (token.isCancellationRequested) finish();
      else this.#waiting.add(finish);
    });
  }
}
