/** Runs something later; the function given back calls it off. */
export type Timer = (run: () => void, milliseconds: number) => () => void;

/** Time, as a desk has it from its host. */
export interface Clock {
  readonly timer: Timer;
  /** Runs something once what has come in meanwhile was seen to. */
  readonly soon: (run: () => void) => void;
  /** Milliseconds since some moment in the past. */
  readonly now: () => number;
}
