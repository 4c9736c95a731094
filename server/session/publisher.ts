import type { Timer } from './clock.js';

/**
 * Recomputes what is told of a document after it changed, once for a burst of changes. What was
 * overtaken by a newer change while it was computed is never published.
 */
export class Publisher<Result> {
  readonly #compute: (uri: string) => Promise<Result | undefined>;
  readonly #publish: (uri: string, result: Result) => void;
  readonly #timer: Timer;
  readonly #pending = new Map<string, () => void>();

  /**
   * @param compute Gives `undefined` where there is nothing to publish. May reject; then nothing is
   * published.
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

  /** Publishes after a delay, unless called again before. */
  schedule(uri: string, milliseconds: number): void {
    this.cancel(uri);
    const cancel = this.#timer(() => void this.#run(uri, cancel), milliseconds);
    this.#pending.set(uri, cancel);
  }

  /** Publishes nothing more of what was scheduled before, even if it is being computed. */
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
