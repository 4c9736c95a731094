import { draftOf, sourcesOf } from './draftOf.js';
import { median } from './quantiles.js';
import { RunningServer, UNRELATED } from './runningServer.js';
import { timed } from './timed.js';

/** The words of drafts that are checked before those that count, so that a checker is warm. */
export const WARM_UP: readonly number[] = [5_000, 5_000, 5_000, 5_000, 5_000, 5_000];
/**
 * Small drafts are checked more often than large ones: enough of them to have this many words, five
 * at most.
 */
const WORDS_OF_A_SIZE = 40_000;
/** The number of the first draft. */
const FIRST = 10;

/** Milliseconds from opening a draft of this many words to its diagnostics, by the median. */
export interface SizeCost {
  readonly words: number;
  readonly milliseconds: number;
}

/**
 * The cost of drafts of each size that the server has not seen: of sources that cover all of them,
 * or of none that do.
 */
export async function fullChecks(
  sizes: readonly number[],
  isCovered: boolean,
): Promise<readonly SizeCost[]> {
  const drafts = [
    ...WARM_UP,
    ...sizes.flatMap((words) => Array<number>(rounds(words)).fill(words)),
  ];
  const sources = drafts.flatMap((words, index) => sourcesOf(words, FIRST + index));
  const server = await RunningServer.start(isCovered ? sources : UNRELATED);
  const times: number[] = [];
  for (const [index, words] of drafts.entries()) {
    const text = draftOf(words, FIRST + index);
    const [draft, milliseconds] = await timed(() => server.open(text));
    times.push(milliseconds);
    await draft.close();
  }
  await server.end();
  let next = WARM_UP.length;
  return sizes.map((words) => {
    const first = next;
    next += rounds(words);
    return { words, milliseconds: median(times.slice(first, next)) };
  });
}

function rounds(words: number): number {
  return Math.min(5, Math.ceil(WORDS_OF_A_SIZE / words));
}
