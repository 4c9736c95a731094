/**
 * What other checkers find in labelled drafts, beside ours: `npm run eval:peers -- FOLDER`. A draft is `NAME.md`, with its
 * labels in `NAME.json` and its sources in the folder that they name.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PEERS, RunningPeer, folderForPeers, removeFolder } from '../bench/peers.js';
import { table } from '../bench/table.js';
import { type Span, overlaps } from '../../server/prose/span.js';
import { tell } from '../machine.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run eval:peers -- FOLDER');

/** An error that a draft has: its words, which occurrence of them is meant, and its family (“sentence”, “name”…). */
interface Label {
  readonly find: string;
  readonly occurrence?: number;
  readonly family: string;
}

interface LabelledDraft {
  readonly file: string;
  readonly text: string;
  readonly sources: string;
  readonly labels: readonly (Label & { readonly span: Span })[];
}

/** Says where something is found in a draft. */
type Check = (draft: LabelledDraft) => Promise<readonly Span[]>;

const drafts = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readLabelled(folder, name));
const words = drafts.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);

const rows = [await rowOf('Copydesk', (draft) => Promise.resolve(ours(draft)))];
const home = folderForPeers();
for (const peer of PEERS) {
  try {
    const running = await RunningPeer.start(peer, home);
    rows.push(
      await rowOf(peer.name, async ({ text }) =>
        (await running.check(text)).found.map(([start, end]) => ({ start, end })),
      ),
    );
    await running.end();
  } catch (error) {
    tell(`Left out: ${peer.name}. ${error instanceof Error ? error.message : String(error)}`);
  }
}
removeFolder(home);
tell(
  table(
    ['', 'broken sentences found', 'misspelled names found', 'false alarms per 1,000 words'],
    rows,
  ),
);

/** The share of the errors at which something is found, and what is found elsewhere. */
async function rowOf(name: string, check: Check): Promise<readonly string[]> {
  const found = { sentence: [0, 0], name: [0, 0] } as Record<string, [number, number]>;
  let falseAlarms = 0;
  for (const draft of drafts) {
    const spans = await check(draft);
    for (const { family, span } of draft.labels) {
      const counts = found[family];
      if (counts === undefined) continue;
      counts[1]++;
      if (spans.some((other) => touches(other, span))) counts[0]++;
    }
    falseAlarms += spans.filter(
      (span) => !draft.labels.some((label) => touches(span, label.span)),
    ).length;
  }
  const shares = Object.values(found).map(([hits, all]) => `${hits} of ${all}`);
  return [name, ...shares, ((1_000 * falseAlarms) / words).toFixed(1)];
}

/** An empty span is a place between two characters, and touches both. */
function touches(found: Span, label: Span): boolean {
  const { start, end } = found;
  return overlaps(start === end ? { start: start - 1, end: end + 1 } : found, label);
}

/** What the built command finds, without hints. */
function ours({ file, sources }: LabelledDraft): readonly Span[] {
  const output = execFileSync(
    process.execPath,
    [
      resolve('dist/cli.cjs'),
      'check',
      file,
      '--sources',
      sources,
      '--format',
      'json',
      '--fail-on',
      'never',
    ],
    { encoding: 'utf8' },
  );
  const [checked] = (JSON.parse(output) as { readonly files: readonly Checked[] }).files;
  return (checked?.findings ?? [])
    .filter(({ severity }) => severity !== 'hint')
    .map(({ offset: [start, end] }) => ({ start, end }));
}

interface Checked {
  readonly findings: readonly {
    readonly severity: string;
    readonly offset: readonly [number, number];
  }[];
}

function readLabelled(folder: string, name: string): LabelledDraft {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const { sources, expect } = JSON.parse(readFileSync(file.replace(/\.md$/u, '.json'), 'utf8')) as {
    readonly sources: string;
    readonly expect: readonly Label[];
  };
  const labels = expect.map((label) => ({ ...label, span: spanOf(text, label) }));
  return { file, text, sources: join(folder, sources), labels };
}

function spanOf(text: string, { find, occurrence = 1 }: Label): Span {
  let start = -1;
  for (let seen = 0; seen < occurrence; seen++) start = text.indexOf(find, start + 1);
  return { start, end: start + find.length };
}
