// Types, style, units and the protocol, for while one works; with `--all`, everything that a change must pass. The last
// line sums up all tests, and the lines before it name those that failed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPrograms } from './archive/cluster.js';
import { canInstall, findProgram } from './machine.js';
import type { Counts } from './tally.js';

interface Step {
  readonly name: string;
  readonly command: string;
  /** The file in which the step stores its counts; none for a step that runs no tests. */
  readonly counts?: string;
}

const COUNTS = join('dist', 'test');

const types: Step = { name: 'types', command: 'npm run --silent types' };
const style: Step = { name: 'style', command: 'npm run --silent lint' };
const installation: Step = { name: 'installation', command: 'tsx test/install.ts' };
const units: Step = { name: 'units', command: 'npm run --silent test:unit', counts: 'unit.json' };

const build: Step = { name: 'build', command: 'npm run --silent build' };
const protocol: Step = {
  name: 'protocol',
  command: 'npm run --silent suite:protocol',
  counts: 'protocol.json',
};

/** The suites that use the build: one after the other, because they measure times. */
const built = (): readonly Step[] => [
  {
    name: 'built server and commands',
    command: 'npm run --silent suite:built',
    counts: 'built.json',
  },
  ...(hasNeovim()
    ? [{ name: 'Neovim', command: 'npm run --silent suite:neovim', counts: 'neovim.json' }]
    : []),
  { name: 'page', command: 'npm run --silent test:page', counts: 'page.json' },
  {
    name: 'editor, as installed',
    command: 'npm run --silent suite:editor -- --vsix',
    counts: 'editor.json',
  },
];

const web: Step = {
  name: 'editor in the browser',
  command: 'npm run --silent suite:web',
  counts: 'web.json',
};
const archive: Step = {
  name: 'archive',
  command: 'npm run --silent suite:archive',
  counts: 'archive.json',
};

const results = process.argv.includes('--all') ? await everything() : await quickly();
for (const failure of results.flatMap(({ failures }) => failures)) say(`failed: ${failure}`);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failures.length, 0);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** What takes two minutes on two cores. */
async function quickly(): Promise<readonly Counts[]> {
  const checks = [inTurn([types, style]), inTurn([units, build, protocol])];
  return (await Promise.all(checks)).flat();
}

async function everything(): Promise<readonly Counts[]> {
  const withArchive = hasPostgres();
  const checks = [inTurn([types, style]), inTurn([units]), inTurn([installation])];
  const results = [
    ...(await Promise.all(checks)).flat(),
    ...(await inTurn([build, ...built()])),
    ...(await Promise.all([inTurn([web]), inTurn(withArchive ? [archive] : [])])).flat(),
  ];
  if (!withArchive) say('PostgreSQL is not installed, so the suite of the archive was left out.');
  if (!hasNeovim()) say('Neovim is not installed, so the suite with a second client was left out.');
  return results;
}

async function inTurn(steps: readonly Step[]): Promise<readonly Counts[]> {
  const results: Counts[] = [];
  for (const step of steps) results.push(await run(step));
  return results;
}

/**
 * Runs a step to its end and then prints its output. A step that fails without a failed test, or
 * runs no test, counts as one failure.
 */
async function run({ name, command, counts }: Step): Promise<Counts> {
  const file = counts === undefined ? undefined : join(COUNTS, counts);
  if (file !== undefined) rmSync(file, { force: true });
  const started = performance.now();
  const { status, output } = await outputOf(command);
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`\n── ${name}: ${seconds} s ──\n${output}`);
  const counted: Counts =
    file !== undefined && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Counts)
      : { passed: 0, failures: [] };
  const isSound = status === 0 && (counts === undefined || counted.passed > 0);
  return isSound || counted.failures.length > 0 ? counted : { ...counted, failures: [name] };
}

function outputOf(
  command: string,
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const step = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    step.stdout.on('data', (chunk: Buffer) => void chunks.push(chunk));
    step.stderr.on('data', (chunk: Buffer) => void chunks.push(chunk));
    step.once('error', reject);
    step.once('close', (status) =>
      resolve({ status, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** Neovim is asked for where it is there or can be installed without asking. */
function hasNeovim(): boolean {
  return canInstall() || findProgram('nvim') !== undefined;
}

/** PostgreSQL likewise. */
function hasPostgres(): boolean {
  return canInstall() || findPrograms() !== undefined;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
