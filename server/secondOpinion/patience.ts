import { ModelFailure } from './model.js';

/** The longest that a timer can take, in milliseconds: one that is longer ends at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs something that ends when it is aborted: because `signal` is, or because it takes more than some seconds, for which this
 * rejects with a `ModelFailure`.
 *
 * @param who What takes its time, as the start of a sentence.
 */
export async function withPatience<Result>(
  who: string,
  seconds: number,
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stopping = new AbortController();
  const late = new AbortController();
  const stop = (): void => stopping.abort();
  const expire = (): void => {
    late.abort();
    stop();
  };
  const timer = setTimeout(expire, Math.min(seconds * 1_000, LONGEST_TIMER));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await run(stopping.signal);
  } catch (error) {
    if (!late.signal.aborted) throw error;
    const unit = seconds === 1 ? 'second' : 'seconds';
    throw new ModelFailure(`${who} took more than ${seconds} ${unit}.`);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
