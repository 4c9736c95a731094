import type { Clock, Timer } from '../../server/session/clock.js';

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

  /** What passes, in milliseconds, each time somebody looks at the clock. */
  pace = 0;
  #now = 0;

  readonly clock: Clock = {
    timer: this.timer,
    soon: (run) => void this.timer(run, 0),
    now: () => (this.#now += this.pace),
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

  /** Runs all that waits, and all that comes of it. */
  async runAll(): Promise<void> {
    await settled();
    while (this.#waiting.length > 0) await this.run();
  }
}

/** Resolves when all that can be done without input has been done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
