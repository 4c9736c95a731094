// Everything that a change must pass, one step after the other; the last line sums up all tests.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall, findProgram } from './machine.js';
import type { Counts } from './tally.js';

interface Step {
  readonly name: string;
  readonly command: string;
  /** The file in which the step leaves its counts; none for a step that runs no tests. */
  readonly counts?: string;
}

const COUNTS = join('dist', 'test');

const steps: readonly Step[] = [
  { name: 'types', command: 'npm run --silent types' },
  { name: 'style', command: 'npm run --silent lint' },
  { name: 'units', command: 'npm run --silent test:unit', counts: 'unit.json' },
  {
    name: 'built server and commands',
    command: 'npm run --silent test:built',
    counts: 'built.json',
  },
  ...(hasNeovim()
    ? [{ name: 'Neovim', command: 'npm run --silent test:neovim', counts: 'neovim.json' }]
    : []),
  { name: 'page', command: 'npm run --silent test:page', counts: 'page.json' },
  { name: 'editor', command: 'npm run --silent test:editor', counts: 'editor.json' },
  {
    name: 'editor, as installed',
    command: 'npm run --silent test:editor -- --vsix',
    counts: 'editor.json',
  },
  { name: 'editor in the browser', command: 'npm run --silent test:web', counts: 'web.json' },
];

const results = steps.map(run);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
if (!hasNeovim()) say('Neovim is not installed, so the suite with a second client was left out.');
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs a step to its end. One that fails without a failed test, or runs none, counts as one failure. */
function run({ name, command, counts }: Step): Counts {
  say(`\n── ${name} ──`);
  const file = counts === undefined ? undefined : join(COUNTS, counts);
  if (file !== undefined) rmSync(file, { force: true });
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  const counted: Counts =
    file !== undefined && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Counts)
      : { passed: 0, failed: 0 };
  const sound = status === 0 && (counts === undefined || counted.passed > 0);
  return sound ? counted : { ...counted, failed: Math.max(counted.failed, 1) };
}

/** Neovim is asked for where it is there or can be installed without asking. */
function hasNeovim(): boolean {
  return canInstall() || findProgram('nvim') !== undefined;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
