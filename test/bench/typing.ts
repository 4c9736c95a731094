import { draftOf, sourcesOf } from './draftOf.js';
import { type Keystroke, keystrokes } from './keystrokes.js';
import { median, quantile } from './quantiles.js';
import { type OpenDraft, RunningServer, type ServerOptions } from './runningServer.js';
import { timed } from './timed.js';

/** Keys that are typed before those that count, so that the server is warm. */
const WARM_UP = 400;
/** Readings of the memory while somebody types. */
const READINGS = 40;

/** Milliseconds from a key to its diagnostics. */
export interface KeyTimes {
  readonly words: number;
  readonly median: number;
  readonly worst: number;
}

/** The cost of a key in a draft that sources cover: its median and its 99th percentile. */
export async function keyTimes(words: number, keys: number): Promise<KeyTimes> {
  const server = await RunningServer.start(sourcesOf(words, 1));
  const draft = await server.open(draftOf(words, 1));
  const script = keystrokes(draft.text, 1);
  await typeKeys(draft, script, WARM_UP);
  const times = await typeKeys(draft, script, keys);
  await server.end();
  return { words, median: median(times), worst: quantile(times, 0.99) };
}

/** The memory of a server while somebody types. */
export interface MemoryCurve {
  /** The resident memory in megabytes, by the number of edits. */
  readonly readings: readonly (readonly [edits: number, megabytes: number])[];
  readonly most: number;
  /** The additional megabytes in the last quarter compared with the second, by their medians. */
  readonly growth: number;
}

/**
 * The resident memory of a server while a draft of 1,000 words, covered by its sources, gets this
 * many edits, each checked.
 */
export async function memoryWhileTyping(
  edits: number,
  options: ServerOptions,
): Promise<MemoryCurve> {
  const server = await RunningServer.start(sourcesOf(1_000, 2), options);
  const draft = await server.open(draftOf(1_000, 2));
  const script = keystrokes(draft.text, 2);
  const step = Math.ceil(edits / READINGS);
  const readings: (readonly [number, number])[] = [];
  for (let done = step; done <= edits; done += step) {
    await typeKeys(draft, script, step);
    readings.push([done, server.memory]);
  }
  await server.end();
  const held = readings.map(([, megabytes]) => megabytes);
  const quarter = held.length / 4;
  return {
    readings,
    most: Math.max(...held),
    growth: median(held.slice(3 * quarter)) - median(held.slice(quarter, 2 * quarter)),
  };
}

async function typeKeys(
  draft: OpenDraft,
  script: Generator<Keystroke, never>,
  count: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < count) {
    const { value } = script.next();
    const [, milliseconds] = await timed(() => draft.type(value));
    times.push(milliseconds);
  }
  return times;
}
