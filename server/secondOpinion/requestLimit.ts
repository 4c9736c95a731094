const HOUR_MILLISECONDS = 3_600_000;
const MINUTE_MILLISECONDS = 60_000;

/** Counts the requests of the last hour. */
export class RequestLimit {
  readonly #now: () => number;
  /** When requests were sent, in milliseconds, the oldest first. */
  #sent: readonly number[] = [];

  /** @param now The time in milliseconds, from any moment on. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a request, unless there were `most` in the last hour: then it returns false. */
  take(most: number): boolean {
    const now = this.#now();
    this.#sent = this.#sent.filter((time) => time > now - HOUR_MILLISECONDS);
    if (this.#sent.length >= most) return false;
    this.#sent = [...this.#sent, now];
    return true;
  }

  /** How many minutes it takes until there are fewer than `most` in an hour, at least 1. */
  minutesLeft(most: number): number {
    const last = this.#sent.at(-most);
    if (last === undefined) return 1;
    return Math.max(1, Math.ceil((last + HOUR_MILLISECONDS - this.#now()) / MINUTE_MILLISECONDS));
  }
}
