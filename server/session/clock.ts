/** Runs a function later; the returned function cancels it. */
export type Timer = (run: () => void, milliseconds: number) => () => void;

/** Time as the host provides it, so that tests can control it. */
export interface Clock {
  readonly timer: Timer;
  /** Runs a function after the events that are already waiting. */
  readonly macrotask: (run: () => void) => void;
  /** Milliseconds since an arbitrary moment in the past. */
  readonly now: () => number;
}
