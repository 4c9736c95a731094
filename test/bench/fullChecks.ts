import { draftOf, sourcesOf } from './draftOf.js';
import { median } from './quantiles.js';
import { RunningServer } from './runningServer.js';
import { timed } from './timed.js';

/** Drafts that are checked before those that count, so that the server is warm, and their words. */
const WARM_UP = { drafts: 6, words: 5_000 };

/** Milliseconds from opening a draft of so many words to its diagnostics, by the median. */
export interface SizeCost {
  readonly words: number;
  readonly milliseconds: number;
}

/**
 * What drafts of each size cost that the server has not seen: of sources that cover all of them, or of
 * none that do.
 */
export async function fullChecks(
  sizes: readonly number[],
  rounds: number,
  isCovered: boolean,
): Promise<readonly SizeCost[]> {
  const warmUp = Array.from({ length: WARM_UP.drafts }, (_, index) => WARM_UP.words + index);
  const drafts = [...warmUp, ...sizes.flatMap((words) => Array<number>(rounds).fill(words))].map(
    (words, index) => ({ words, number: 10 + index }),
  );
  const sources = drafts.flatMap(({ words, number }) => sourcesOf(words, number));
  const server = await RunningServer.start(isCovered ? sources : []);
  const costs: { readonly words: number; readonly milliseconds: number }[] = [];
  for (const { words, number } of drafts) {
    const text = draftOf(words, number);
    let close = (): Promise<void> => Promise.resolve();
    const milliseconds = await timed(async () => {
      const draft = await server.open(text);
      close = () => draft.close();
    });
    await close();
    costs.push({ words, milliseconds });
  }
  await server.end();
  return sizes.map((words) => ({
    words,
    milliseconds: median(
      costs.filter((cost) => cost.words === words).map((cost) => cost.milliseconds),
    ),
  }));
}
