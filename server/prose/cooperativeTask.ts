/**
 * Work that can be put down after each slice and taken up again, or never. What it gives in the end does
 * not depend on how often it was put down.
 */
export type CooperativeTask<Result> = Generator<void, Result, void>;

/** Does all of some work at once. Throws what the work throws. */
export function runToCompletion<Result>(work: CooperativeTask<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
