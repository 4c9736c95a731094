import type { Clock } from './clock.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';

/** How long a task runs before other events are handled: too short to be noticed. */
const TURN_MILLISECONDS = 5;

/**
 * Runs long tasks in short turns and handles other events in between. Several tasks take turns one
 * after the other.
 */
export class Scheduler {
  readonly #clock: Clock;
  #last = Promise.resolve();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Runs a task to its end, immediately if one turn is enough; resolves to `undefined` if the task
   * is no longer wanted after a turn. Rejects if the task throws.
   */
  run<Result>(task: CooperativeTask<Result>): Promise<Result>;
  run<Result>(task: CooperativeTask<Result>, isWanted: () => boolean): Promise<Result | undefined>;
  async run<Result>(
    task: CooperativeTask<Result>,
    isWanted: () => boolean = () => true,
  ): Promise<Result | undefined> {
    let end = this.#clock.now() + TURN_MILLISECONDS;
    for (;;) {
      const { done, value } = task.next();
      if (done === true) return value;
      if (this.#clock.now() < end) continue;
      await this.#pause();
      if (!isWanted()) return undefined;
      end = this.#clock.now() + TURN_MILLISECONDS;
    }
  }

  /** Resolves after the turns of the tasks that paused earlier and the events that are waiting. Does not reject. */
  #pause(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => this.#clock.macrotask(resolve)));
    return this.#last;
  }
}
