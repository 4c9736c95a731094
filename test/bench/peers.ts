import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';
import { residentMemory } from './residentMemory.js';

/** Another checker that is measured together with this one. */
export interface Peer {
  readonly name: string;
  /** Its file in `peers/`: a module that `run.mjs` starts, or a Python program that is on its own. */
  readonly file: string;
  readonly variant?: string;
  /** From npm for a module, from PyPI for a Python program. */
  readonly packages: readonly string[];
}

const PYTHON = process.platform === 'win32' ? 'python' : 'python3';

const HARPER = { file: 'harper.mjs', packages: ['harper.js@2.10.0'] };

export const PEERS: readonly Peer[] = [
  { ...HARPER, name: 'harper.js, slim, default rules' },
  { ...HARPER, name: 'harper.js, slim, 14 rules', variant: 'few' },
  {
    name: 'Harper, native, default rules',
    file: 'harper_native.py',
    packages: ['harper-py==0.2.0'],
  },
  // The last that runs on Node 20.
  { name: 'cspell-lib', file: 'cspell.mjs', packages: ['cspell-lib@9.8.0'] },
  {
    name: 'retext with spelling and six plugins',
    file: 'retext.mjs',
    packages: [
      'retext@9.0.0',
      'dictionary-en@4.0.0',
      'retext-contractions@6.0.0',
      'retext-indefinite-article@5.0.0',
      'retext-quotes@6.0.2',
      'retext-redundant-acronyms@5.0.0',
      'retext-repeated-words@5.0.0',
      'retext-sentence-spacing@6.0.0',
      'retext-spell@6.1.0',
    ],
  },
  {
    name: 'textlint with write-good',
    file: 'textlint.mjs',
    packages: [
      '@textlint/kernel@15.8.0',
      '@textlint/textlint-plugin-markdown@15.8.0',
      'textlint-rule-write-good@2.0.0',
    ],
  },
];

/** A folder for the peers, apart from this project. The caller removes it. */
export function folderForPeers(): string {
  return mkdtempSync(join(tmpdir(), 'copydesk-peers-'));
}

/** The answer of a peer. */
export interface PeerAnswer {
  /** The duration of the check, by its own clock. */
  readonly milliseconds: number;
  /**
   * The places of its findings. Offsets count UTF-16 units; Harper counts characters, which is the
   * same in most texts.
   */
  readonly found: readonly (readonly [start: number, end: number])[];
}

/** A peer that was installed and runs in a process of its own. */
export class RunningPeer {
  readonly name: string;
  /** The size of the installation, in megabytes of 2²⁰ bytes. */
  readonly installed: number;
  readonly #process: ChildProcess;

  private constructor(name: string, installed: number, child: ChildProcess) {
    this.name = name;
    this.installed = installed;
    this.#process = child;
  }

  /** Rejects where it cannot be had, as without a network. */
  static async start(
    { name, file, variant, packages }: Peer,
    folder: string,
  ): Promise<RunningPeer> {
    const home = join(folder, parse(file).name);
    mkdirSync(home, { recursive: true });
    const isPython = file.endsWith('.py');
    await (isPython ? installFromPyPI(packages, home) : installFromNpm(packages, home));
    cpSync(join(import.meta.dirname, 'peers'), home, { recursive: true });
    const child = isPython
      ? spawn(PYTHON, [join(home, file)], {
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
          env: { ...process.env, PYTHONPATH: installedIn(home) },
        })
      : fork(join(home, 'run.mjs'), [`./${file}`, ...(variant === undefined ? [] : [variant])], {
          execArgv: [],
        });
    await messageFrom(child, name);
    return new RunningPeer(name, sizeOf(installedIn(home)), child);
  }

  /** Checks a text. Rejects if the process ends over it. */
  async check(text: string): Promise<PeerAnswer> {
    const answer = messageFrom(this.#process, this.name);
    this.#process.send(text);
    return (await answer) as PeerAnswer;
  }

  /** Its resident memory, in megabytes. */
  get memory(): number {
    return residentMemory(this.#process.pid ?? 0);
  }

  async end(): Promise<void> {
    if (hasEnded(this.#process)) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}

/** The next message of a process. Rejects if it ends before. */
async function messageFrom(child: ChildProcess, name: string): Promise<unknown> {
  const obsolete = new AbortController();
  try {
    if (hasEnded(child)) throw new Error(`${name} has ended`);
    return await Promise.race([
      once(child, 'message', obsolete).then(([message]) => message as unknown),
      once(child, 'exit', obsolete).then(() => {
        throw new Error(`${name} ended without an answer`);
      }),
    ]);
  } finally {
    obsolete.abort();
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** The folder in a peer's own that its packages are in. */
function installedIn(home: string): string {
  return join(home, 'node_modules');
}

/** Rejects where pip cannot. */
async function installFromPyPI(packages: readonly string[], home: string): Promise<void> {
  const flags = ['--quiet', '--no-deps', '--target', installedIn(home)];
  try {
    await promisify(execFile)(PYTHON, ['-m', 'pip', 'install', ...flags, ...packages]);
  } catch {
    throw new Error(`pip could not install ${packages.join(', ')}. Is there a network?`);
  }
}

/** Installs missing packages. Rejects if npm fails. */
async function installFromNpm(packages: readonly string[], home: string): Promise<void> {
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const flags = [
    '--fetch-retries=0',
    '--save-exact',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  try {
    await promisify(execFile)('npm', ['install', ...flags, ...packages], {
      cwd: home,
      shell: process.platform === 'win32',
    });
  } catch {
    throw new Error(`npm could not install ${packages.join(', ')}. Is there a network?`);
  }
}

/** The size of the files in a folder, in megabytes of 2²⁰ bytes. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const bytes = files
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  return bytes / 2 ** 20;
}

/** Removes the installation. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
