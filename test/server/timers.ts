import type { Timer } from '../../server/publisher.js';

/** Time that a test moves on by hand. */
export class Timers {
  #waiting: { readonly run: () => void; readonly milliseconds: number }[] = [];

  readonly timer: Timer = (run, milliseconds) => {
    const entry = { run, milliseconds };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  };

  /** How long each thing that waits has to wait. */
  get waiting(): readonly number[] {
    return this.#waiting.map(({ milliseconds }) => milliseconds);
  }

  /** Runs all that waits, and lets what it set off come to an end. */
  async run(): Promise<void> {
    const due = this.#waiting;
    this.#waiting = [];
    for (const { run } of due) run();
    await settled();
  }
}

/** Resolves when all that can be done without input has been done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
