/**
 * Work that can be suspended after each slice and resumed later, or abandoned. The result does not
 * depend on how often it was suspended.
 */
export type CooperativeTask<Result> = Generator<void, Result, void>;

/** Runs a task without pausing. Throws if the task throws. */
export function runToCompletion<Result>(work: CooperativeTask<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
