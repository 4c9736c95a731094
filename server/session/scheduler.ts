import type { Clock } from './clock.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';

/** How long work goes on before others have their turn: nobody notices the wait for it. */
const TURN_MILLISECONDS = 5;

/**
 * Does long work in turns, so that whatever comes in meanwhile is seen to in between. Where there is more than
 * one piece of work, each has a turn after the other.
 */
export class Scheduler {
  readonly #clock: Clock;
  #last = Promise.resolve();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Does some work to its end, at once where one turn is enough; `undefined` where it is not wanted any more
   * after a turn. Rejects with what the work throws.
   */
  take<Result>(work: CooperativeTask<Result>): Promise<Result>;
  take<Result>(work: CooperativeTask<Result>, isWanted: () => boolean): Promise<Result | undefined>;
  async take<Result>(
    work: CooperativeTask<Result>,
    isWanted: () => boolean = () => true,
  ): Promise<Result | undefined> {
    let end = this.#clock.now() + TURN_MILLISECONDS;
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      if (this.#clock.now() < end) continue;
      await this.#pause();
      if (!isWanted()) return undefined;
      end = this.#clock.now() + TURN_MILLISECONDS;
    }
  }

  /** Resolves when those who paused before have had their turn, and what came in was seen to. Does not reject. */
  #pause(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => this.#clock.soon(resolve)));
    return this.#last;
  }
}
