import type { CancellationToken } from 'vscode-languageserver';

/** Lets requests wait for the next change of what they were answered from. */
export class ChangeEvent {
  readonly #waiting = new Set<() => void>();

  /** Lets go on whatever waits. */
  announce(): void {
    for (const goOn of this.#waiting) goOn();
    this.#waiting.clear();
  }

  /** Resolves at the next change, or when the request is cancelled. Does not reject. */
  next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const cancelled = token.onCancellationRequested(() => goOn());
      const goOn = (): void => {
        this.#waiting.delete(goOn);
        cancelled.dispose();
        resolve();
      };
      if (token.isCancellationRequested) goOn();
      else this.#waiting.add(goOn);
    });
  }
}
