import { statSync } from 'node:fs';
import { ownTarget, packageFiles } from '../../packaging.js';
import { draftOf, sourcesOf } from './draftOf.js';
import { WARM_UP } from './fullChecks.js';
import { keystrokes } from './keystrokes.js';
import { PEERS, RunningPeer, folderForPeers, removeFolder } from './peers.js';
import { median } from './quantiles.js';
import { RunningServer, UNRELATED } from './runningServer.js';
import { timed } from './timed.js';

/** The sizes of the drafts that all check, in words. */
export const SIDE_BY_SIDE_WORDS = [1_000, 10_000];
/** The number of the first draft. */
const FIRST = 60;
/** Edits of each draft that counts, one key at a time. */
const EDITS = 15;
/** A contender that has used up this many milliseconds on drafts of a size gets no third draft. */
const PATIENCE = 60_000;

/** Milliseconds, by the medians. */
interface Times {
  readonly full: number;
  readonly edit: number;
}

/** The cost of one checker, measured together with the others. */
export interface Standing {
  readonly name: string;
  /** For each size. */
  readonly times: readonly Times[];
  /** In megabytes, at the end. */
  readonly memory: number;
  /** In megabytes. */
  readonly installed: number;
}

/** A draft, by its length and number. */
interface Numbered {
  readonly words: number;
  readonly number: number;
}

/** A checker in a process of its own. */
interface Contender {
  readonly name: string;
  readonly installed: number;
  readonly memory: number;
  /** The milliseconds for a check of a new draft, and for each of the following edits. */
  readonly check: (
    text: string,
    edits: number,
  ) => Promise<{ readonly full: number; readonly edits: readonly number[] }>;
  readonly end: () => Promise<void>;
}

/**
 * Runs all checkers on the same drafts, in turn, so that the load of the machine affects them
 * alike. `say` receives a line for each that is not available.
 */
export async function sideBySide(
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Standing[]> {
  const folder = folderForPeers();
  const contenders: Contender[] = [];
  try {
    let next = FIRST;
    const numbered = (words: number): Numbered => ({ words, number: next++ });
    const warmUp = WARM_UP.map(numbered);
    const drafts = SIDE_BY_SIDE_WORDS.map((words) =>
      Array<number>(rounds + 1)
        .fill(words)
        .map(numbered),
    );
    const sources = [...warmUp, ...drafts.flat()].flatMap(({ words, number }) =>
      sourcesOf(words, number),
    );
    const installed = await unpackedSize();
    contenders.push(
      serving('Copydesk, no source covers', installed, await RunningServer.start(UNRELATED)),
      serving('Copydesk, all claims judged', installed, await RunningServer.start(sources)),
    );
    for (const peer of PEERS) {
      try {
        contenders.push(linting(await RunningPeer.start(peer, folder)));
      } catch (error) {
        say(`Left out: ${peer.name}. ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    for (const { words, number } of warmUp) {
      for (const contender of contenders) await contender.check(draftOf(words, number), 0);
    }
    const ofSizes: (readonly Times[])[] = [];
    for (const ofSize of drafts) {
      const texts = ofSize.map(({ words, number }) => draftOf(words, number));
      ofSizes.push(await inTurn(contenders, texts));
    }
    return contenders.map(({ name, installed, memory }, index) => ({
      name,
      installed,
      memory,
      times: ofSizes.flatMap((times) => times[index] ?? []),
    }));
  } finally {
    await Promise.all(contenders.map((contender) => contender.end()));
    removeFolder(folder);
  }
}

/** The cost of drafts for each contender, by the medians; the first of them only warms up. */
async function inTurn(
  contenders: readonly Contender[],
  texts: readonly string[],
): Promise<readonly Times[]> {
  const clocks = contenders.map((contender) => ({
    contender,
    full: [] as number[],
    edits: [] as number[],
    spent: 0,
  }));
  for (const [round, text] of texts.entries()) {
    for (const clock of clocks) {
      if (round > 1 && clock.spent > PATIENCE) continue;
      const [costs, all] = await timed(() => clock.contender.check(text, EDITS));
      clock.spent += all;
      if (round === 0) continue;
      clock.full.push(costs.full);
      clock.edits.push(...costs.edits);
    }
  }
  return clocks.map(({ full, edits }) => ({ full: median(full), edit: median(edits) }));
}

/** This one, behind its protocol. */
function serving(name: string, installed: number, server: RunningServer): Contender {
  return {
    name,
    installed,
    get memory() {
      return server.memory;
    },
    check: async (text, count) => {
      const [draft, full] = await timed(() => server.open(text));
      const edits: number[] = [];
      for (const key of keystrokes(text, 5)) {
        if (edits.length === count) break;
        const [, milliseconds] = await timed(() => draft.type(key));
        edits.push(milliseconds);
      }
      await draft.close();
      return { full, edits };
    },
    end: () => server.end(),
  };
}

/**
 * Another checker, which gets the whole text again after each edit, because none of them accepts
 * less.
 */
function linting(peer: RunningPeer): Contender {
  return {
    name: peer.name,
    installed: peer.installed,
    get memory() {
      return peer.memory;
    },
    check: async (text, count) => {
      const { milliseconds: full } = await peer.check(text);
      const edits: number[] = [];
      let edited = text;
      for (const { start, end, typed } of keystrokes(text, 5)) {
        if (edits.length === count) break;
        edited = edited.slice(0, start) + typed + edited.slice(end);
        edits.push((await peer.check(edited)).milliseconds);
      }
      return { full, edits };
    },
    end: () => peer.end(),
  };
}

/** The unpacked size of the extension's package for this machine, in megabytes of 2²⁰ bytes. */
async function unpackedSize(): Promise<number> {
  const files = [...(await packageFiles(ownTarget())).values()];
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 2 ** 20;
}
