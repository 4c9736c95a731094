import type { Clock, Timer } from '../../server/session/clock.js';

/** A clock that a test controls. */
export class Timers {
  #waiting: { readonly run: () => void; readonly milliseconds: number; readonly due: number }[] =
    [];
  /** The milliseconds that have passed in `pass`. */
  #passed = 0;

  readonly timer: Timer = (run, milliseconds) => {
    const entry = { run, milliseconds, due: this.#passed + milliseconds };
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

  /** Runs all pending functions and waits for the work that they started. */
  async run(): Promise<void> {
    const due = this.#waiting;
    this.#waiting = [];
    for (const { run } of due) run();
    await settled();
  }

  /**
   * Lets time pass: runs the functions that become due, in order, and waits for the work that they
   * started.
   */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#passed + milliseconds;
    for (;;) {
      await settled();
      const [next] = this.#waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((other) => other !== next);
      this.#passed = Math.max(this.#passed, next.due);
      next.run();
    }
    this.#passed = end;
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
