import type { Clock, Timer } from '../../server/session/clock.js';

/** A clock that a test controls. */
export class Timers {
  #waiting: { readonly run: () => void; readonly milliseconds: number }[] = [];

  readonly timer: Timer = (run, milliseconds) => {
    const entry = { run, milliseconds };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  };

  /** The milliseconds that pass whenever the clock is read. */
  pace = 0;
  #now = 0;

  readonly clock: Clock = {
    timer: this.timer,
    macrotask: (run) => void this.timer(run, 0),
    now: () => (this.#now += this.pace),
  };

  /** The delays of all pending functions, in milliseconds. */
  get waiting(): readonly number[] {
    return this.#waiting.map(({ milliseconds }) => milliseconds);
  }

  /** Runs all pending functions and waits for what they started. */
  async run(): Promise<void> {
    const due = this.#waiting;
    this.#waiting = [];
    for (const { run } of due) run();
    await settled();
  }

  /** Runs pending functions until there are none. */
  async runAll(): Promise<void> {
    await settled();
    while (this.#waiting.length > 0) await this.run();
  }
}

/** Resolves when nothing more happens without further input. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
