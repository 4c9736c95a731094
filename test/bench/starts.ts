import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { draftOf } from './draftOf.js';
import { median } from './quantiles.js';
import { RunningServer, UNRELATED } from './runningServer.js';
import { timed } from './timed.js';

/** The time to start, by the medians. */
export interface StartTimes {
  /** The milliseconds for `node -e 0`. */
  readonly node: number;
  /** From the start of the process to the answer to `initialize`, in times of `node -e 0`, pair by pair. */
  readonly initialized: number;
  /** Milliseconds from the start of the process to the first diagnostics of a draft of 1,000 words. */
  readonly diagnosed: number;
}

export async function startTimes(rounds: number): Promise<StartTimes> {
  const text = draftOf(1_000, 3);
  const node: number[] = [];
  const ratios: number[] = [];
  const diagnosed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [, bare] = await timed(() => once(spawn(process.execPath, ['-e', '0']), 'exit'));
    const begin = performance.now();
    const server = await RunningServer.start(UNRELATED);
    const initialized = performance.now() - begin;
    await server.open(text);
    diagnosed.push(performance.now() - begin);
    await server.end();
    node.push(bare);
    ratios.push(initialized / bare);
  }
  return { node: median(node), initialized: median(ratios), diagnosed: median(diagnosed) };
}
