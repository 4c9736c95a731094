import { NO_READINGS, type Readings, type ReadingRequest } from '../inference/readings.js';
import type { ReadingQueue } from '../inference/readingQueue.js';

/**
 * A reading can make a check ask for another sentence, such as a repaired one, and a fix for the
 * next. More rounds than this would not end.
 */
export const MOST_ROUNDS = 24;

/**
 * Repeats a task on a draft until all sentences that it asks for are read or the reader is off.
 * Rejects if the task throws.
 *
 * @param queue `undefined` for a reader that is off.
 * @param task Its second argument receives the sentences that were not read yet. Its results should
 *   be kept by content, because nearly all of them are computed again.
 */
export async function withAllReadings<Result>(
  queue: Pick<ReadingQueue, 'readings' | 'read'> | undefined,
  task: (
    readings: Readings,
    ask: (unread: readonly ReadingRequest[]) => void,
  ) => Result | Promise<Result>,
): Promise<Result> {
  for (let round = 1; ; round++) {
    const unread: ReadingRequest[] = [];
    const result = await task(queue?.readings ?? NO_READINGS, (more) => unread.push(...more));
    if (queue === undefined || unread.length === 0 || round === MOST_ROUNDS) return result;
    await queue.read(unread);
  }
}
