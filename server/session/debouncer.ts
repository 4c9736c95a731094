import type { Timer } from './clock.js';

/**
 * Recomputes the diagnostics of a document after it changed, once for a burst of changes. A result that
 * a newer change has made obsolete is never published.
 */
export class Debouncer<Result> {
  readonly #compute: (uri: string) => Promise<Result | undefined>;
  readonly #publish: (uri: string, result: Result) => void;
  readonly #timer: Timer;
  readonly #pending = new Map<string, () => void>();

  /**
   * @param compute Resolves to `undefined` if there is nothing to publish. If it rejects, nothing is
   * published either.
   */
  constructor(
    compute: (uri: string) => Promise<Result | undefined>,
    publish: (uri: string, result: Result) => void,
    timer: Timer,
  ) {
    this.#compute = compute;
    this.#publish = publish;
    this.#timer = timer;
  }

  /** Publishes after a delay, unless it is called again before. */
  schedule(uri: string, milliseconds: number): void {
    this.cancel(uri);
    const cancel = this.#timer(() => void this.#run(uri, cancel), milliseconds);
    this.#pending.set(uri, cancel);
  }

  /** Discards everything that was scheduled before, even if it is already being computed. */
  cancel(uri: string): void {
    this.#pending.get(uri)?.();
    this.#pending.delete(uri);
  }

  async #run(uri: string, ticket: () => void): Promise<void> {
    const result = await this.#compute(uri).catch(() => undefined);
    if (this.#pending.get(uri) !== ticket) return;
    this.#pending.delete(uri);
    if (result !== undefined) this.#publish(uri, result);
  }
}
