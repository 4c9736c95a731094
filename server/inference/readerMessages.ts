import type { ReaderModel } from './readerModel.js';
import type { Reading, ReadingRequest, ReadingsInOrder } from './readings.js';

/** The messages to a worker: texts to read. Each message is answered by one `ReaderAnswer`. */
export type ReaderRequest = readonly ReadingRequest[];

/** The messages of a worker. */
export type ReaderAnswer =
  | { readonly kind: 'read'; readonly readings: ReadingsInOrder }
  /** The model cannot be used on this machine; a new worker could not use it either. */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** The model has failed; a new worker may not. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Answers requests in a worker, one after the other. The model is loaded at once. */
export function answerRequests(
  load: () => Promise<ReaderModel>,
  post: (answer: ReaderAnswer) => void,
): (request: ReaderRequest) => void {
  const loading = load().catch((error: unknown) => {
    post({ kind: 'unusable', reason: reasonOf(error) });
    return undefined;
  });
  let last: Promise<void> = Promise.resolve();
  const answer = async (request: ReaderRequest): Promise<void> => {
    const model = await loading;
    if (model === undefined) return;
    const readings: (Reading | undefined)[] = [];
    for (const one of request) readings.push(await model.read(one));
    post({ kind: 'read', readings });
  };
  return (request) => {
    last = last
      .then(() => answer(request))
      .catch((error: unknown) => post({ kind: 'failed', reason: reasonOf(error) }));
  };
}

/** What went wrong, as part of a sentence: the first line, without a full stop. */
export function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return line.replace(/\.$/u, '');
}
