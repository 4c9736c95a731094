import { ModelFailure } from './model.js';

/** The longest that a timer can take, in milliseconds: one that is longer ends at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs something, and rejects with a `ModelFailure` when `signal` is aborted, or when it takes more than some seconds. It is
 * asked to stop, but nobody waits for it, because some models do not stop.
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
    stopping.signal.addEventListener('abort', () => reject(new Error('stopped')));
  });
  if (signal.aborted) stop();
  try {
    return await Promise.race([run(stopping.signal), stopped]);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    const unit = seconds === 1 ? 'second' : 'seconds';
    throw new ModelFailure(
      late.signal.aborted ? `${who} took more than ${seconds} ${unit}.` : `${who} was cancelled.`,
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
