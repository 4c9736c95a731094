import { ModelFailure } from './model.js';

/** The longest that a timer can take, in milliseconds: one that is longer ends at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs something, and stops waiting for it when `signal` is aborted, or when it takes more than some seconds, for which this
 * rejects with a `ModelFailure`. It is told to stop, but some models do not stop.
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
  const stopped = new Promise<never>((_, reject) => {
    stopping.signal.addEventListener('abort', () => reject(new Error('It was stopped.')));
  });
  if (signal.aborted) stop();
  try {
    return await Promise.race([run(stopping.signal), stopped]);
  } catch (error) {
    if (!late.signal.aborted) throw error;
    const unit = seconds === 1 ? 'second' : 'seconds';
    throw new ModelFailure(`${who} took more than ${seconds} ${unit}.`);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
