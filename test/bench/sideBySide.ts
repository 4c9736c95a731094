import { statSync } from 'node:fs';
import { PackageManager, listFiles } from '@vscode/vsce';
import { draftOf, sourcesOf } from './draftOf.js';
import { keystrokes } from './keystrokes.js';
import { PEERS, RunningPeer, folderForPeers, removeFolder } from './peers.js';
import { median } from './quantiles.js';
import { type OpenDraft, RunningServer } from './runningServer.js';
import { timed } from './timed.js';

/** The sizes of the drafts that all check, in words. */
export const SIDE_BY_SIDE_WORDS = [1_000, 10_000];
/** Edits of each draft, one key at a time. */
const EDITS = 15;
/** One that has used up as many milliseconds checks no more drafts of a size. */
const PATIENCE = 60_000;

/** What one checker costs beside the others. */
export interface Standing {
  readonly name: string;
  /** For each size milliseconds of a full check and of one edit, by their medians. */
  readonly times: readonly { readonly full: number; readonly edit: number }[];
  /** In megabytes, at the end. */
  readonly memory: number;
  /** In megabytes. */
  readonly installed: number;
}

/** A checker in a process of its own. */
interface Contender {
  readonly name: string;
  readonly installed: number;
  readonly memory: number;
  /** Milliseconds that a check of a new draft takes, and those of each of some edits. */
  readonly check: (text: string) => Promise<{ readonly full: number; readonly edits: number[] }>;
  readonly end: () => Promise<void>;
}

/**
 * All checkers on the same drafts, in turn, so that each meets the same moments of a busy machine. `say`
 * is told of those that cannot be had.
 */
export async function sideBySide(
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Standing[]> {
  const folder = folderForPeers();
  const contenders: Contender[] = [];
  try {
    const drafts = SIDE_BY_SIDE_WORDS.map((words, size) =>
      Array.from({ length: rounds + 1 }, (_, round) => ({ words, number: 60 + 20 * size + round })),
    );
    const sources = drafts.flat().flatMap(({ words, number }) => sourcesOf(words, number));
    const installed = await packageSize();
    contenders.push(
      serving('Copydesk, no source covers', installed, await RunningServer.start()),
      serving('Copydesk, all claims judged', installed, await RunningServer.start(sources)),
    );
    for (const peer of PEERS) {
      try {
        contenders.push(linting(await RunningPeer.start(peer, folder)));
      } catch (error) {
        const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
        say(`${peer.name} is left out: ${reason ?? ''}`);
      }
    }
    const times = new Map<Contender, { full: number; edit: number }[]>();
    for (const ofSize of drafts) {
      const texts = ofSize.map(({ words, number }) => draftOf(words, number));
      for (const [contender, cost] of await inTurn(contenders, texts)) {
        times.set(contender, [...(times.get(contender) ?? []), cost]);
      }
    }
    return contenders.map((contender) => ({
      name: contender.name,
      installed: contender.installed,
      memory: contender.memory,
      times: times.get(contender) ?? [],
    }));
  } finally {
    await Promise.all(contenders.map((contender) => contender.end()));
    removeFolder(folder);
  }
}

/** Of the drafts, the first of which warms up only, the medians of each contender. */
async function inTurn(
  contenders: readonly Contender[],
  texts: readonly string[],
): Promise<ReadonlyMap<Contender, { readonly full: number; readonly edit: number }>> {
  const full = new Map<Contender, number[]>();
  const edits = new Map<Contender, number[]>();
  const spent = new Map<Contender, number>();
  for (const [round, text] of texts.entries()) {
    for (const contender of contenders) {
      if ((spent.get(contender) ?? 0) > PATIENCE) continue;
      let costs = { full: 0, edits: [0] };
      const all = await timed(async () => {
        costs = await contender.check(text);
      });
      spent.set(contender, (spent.get(contender) ?? 0) + all);
      if (round === 0) continue;
      full.set(contender, [...(full.get(contender) ?? []), costs.full]);
      edits.set(contender, [...(edits.get(contender) ?? []), ...costs.edits]);
    }
  }
  return new Map(
    contenders.map((contender) => [
      contender,
      { full: median(full.get(contender) ?? []), edit: median(edits.get(contender) ?? []) },
    ]),
  );
}

/** This one, behind its protocol. */
function serving(name: string, installed: number, server: RunningServer): Contender {
  return {
    name,
    installed,
    get memory() {
      return server.memory;
    },
    check: async (text) => {
      let draft: OpenDraft | undefined;
      const full = await timed(async () => {
        draft = await server.open(text);
      });
      const edits: number[] = [];
      for (const key of keystrokes(text, 5)) {
        if (edits.length === EDITS) break;
        edits.push(await timed(async () => draft?.type(key)));
      }
      await draft?.close();
      return { full, edits };
    },
    end: () => server.end(),
  };
}

/** Another, which is given the whole text again after each edit: none of them takes less. */
function linting(peer: RunningPeer): Contender {
  return {
    name: peer.name,
    installed: peer.installed,
    get memory() {
      return peer.memory;
    },
    check: async (text) => {
      const full = await peer.check(text);
      const edits: number[] = [];
      let edited = text;
      for (const { start, end, typed } of keystrokes(text, 5)) {
        if (edits.length === EDITS) break;
        edited = edited.slice(0, start) + typed + edited.slice(end);
        edits.push(await peer.check(edited));
      }
      return { full, edits };
    },
    end: () => peer.end(),
  };
}

/** What the extension's package holds, unpacked, in megabytes of 2²⁰ bytes. */
async function packageSize(): Promise<number> {
  const files = await listFiles({ packageManager: PackageManager.None });
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 2 ** 20;
}
