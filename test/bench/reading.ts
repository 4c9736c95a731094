import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { draftOf, sourcesOf } from './draftOf.js';
import { Draw } from './draw.js';
import { keystrokes } from './keystrokes.js';
import { median, quantile } from './quantiles.js';
import { type OpenDraft, RunningServer } from './runningServer.js';
import { timed } from './timed.js';

/** The words of a story. */
const STORY_WORDS = 800;
/** The words of its sources, which are five articles. */
const SOURCE_WORDS = 2_500;
/** The number of the first story. */
const FIRST = 200;

/** Somebody who types fast hits a key so often. */
const KEY_MILLISECONDS = 100;
/** The sentence that is being written is unread most of the time. */
const BEING_WRITTEN = 2;

/** A median and the 99th percentile, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly worst: number;
}

/**
 * The time until a story of 800 words with five sources is read completely, by the medians, in
 * milliseconds.
 */
export interface StoryTimes {
  /** From opening it in a server that has just answered `initialize` and has no cache. */
  readonly cold: number;
  /** The same with the cache of a server before it. */
  readonly cached: number;
  /** `copydesk check` as a new process, without a cache. */
  readonly command: number;
}

/** Measures stories, each of them new to the server. */
export async function storyTimes(rounds: number): Promise<StoryTimes> {
  const times: Record<keyof StoryTimes, number[]> = { cold: [], cached: [], command: [] };
  for (let round = 0; round < rounds; round++) {
    const storage = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    for (const kind of ['cold', 'cached'] as const) {
      const server = await RunningServer.start(sourcesOf(SOURCE_WORDS, FIRST + round), {
        storage,
      });
      const [, milliseconds] = await timed(async () => {
        const draft = await server.open(draftOf(STORY_WORDS, FIRST + round));
        await draft.read();
      });
      times[kind].push(milliseconds);
      await server.end();
    }
    rmSync(storage, { recursive: true });
    times.command.push(commandTime(FIRST + round));
  }
  return {
    cold: median(times.cold),
    cached: median(times.cached),
    command: median(times.command),
  };
}

/** The cost of the sentence reader while somebody types, in milliseconds. */
export interface ReadingCosts {
  /** From the last key of a change to the diagnostics of its sentence as read, with the pause that the server waits. */
  readonly sentence: Spread;
  /** From opening 10,000 words to the diagnostics of all of it as read. */
  readonly whole: number;
  /** A key meanwhile, to its first diagnostics. */
  readonly keyMeanwhile: Spread;
}

/**
 * Types this many phrases into a draft of 1,000 words, then reads one of 10,000 words while typing
 * into it.
 */
export async function readingCosts(phrases: number): Promise<ReadingCosts> {
  const server = await RunningServer.start([...sourcesOf(1_000, 7), ...sourcesOf(10_000, 8)]);
  const draft = await server.open(draftOf(1_000, 7));
  await draft.read();
  const sentence = spreadOf(await typePhrases(draft, phrases));
  await draft.close();

  const keys: number[] = [];
  const start = performance.now();
  const long = await server.open(draftOf(10_000, 8));
  const script = keystrokes(long.text, 8);
  while ((long.unread ?? Infinity) > BEING_WRITTEN) {
    const [, milliseconds] = await timed(() => long.type(script.next().value));
    keys.push(milliseconds);
    await setTimeout(KEY_MILLISECONDS);
  }
  await long.read();
  const whole = performance.now() - start;
  await server.end();
  return { sentence, whole, keyMeanwhile: spreadOf(keys) };
}

async function typePhrases(draft: OpenDraft, phrases: number): Promise<readonly number[]> {
  const draw = new Draw(7);
  const gaps = [...draft.text.matchAll(/(?<=[a-z,]) (?=[a-z])/gu)].map(({ index }) => index);
  const times: number[] = [];
  for (let round = 0; round < phrases; round++) {
    const gap = gaps[draw.below(gaps.length)] ?? 0;
    const typed = ` after ${2 + draw.below(9_000)} days with ${draw.name()} ${draw.name()}`;
    await draft.change({ start: gap, end: gap, typed });
    const [, milliseconds] = await timed(() => draft.read());
    times.push(milliseconds);
    await draft.change({ start: gap, end: gap + typed.length, typed: '' });
    await draft.read();
  }
  return times;
}

function spreadOf(times: readonly number[]): Spread {
  return { median: median(times), worst: quantile(times, 0.99) };
}

/** The milliseconds that `copydesk check` takes for a story in a folder of its own. */
function commandTime(number: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  mkdirSync(join(folder, 'sources'));
  for (const { name, text } of sourcesOf(SOURCE_WORDS, number)) {
    writeFileSync(join(folder, 'sources', name), text);
  }
  writeFileSync(join(folder, 'draft.md'), draftOf(STORY_WORDS, number));
  const start = performance.now();
  execFileSync(
    process.execPath,
    [resolve('dist/cli.cjs'), 'check', 'draft.md', '--fail-on', 'never'],
    { cwd: folder, stdio: 'ignore' },
  );
  const milliseconds = performance.now() - start;
  rmSync(folder, { recursive: true });
  return milliseconds;
}
