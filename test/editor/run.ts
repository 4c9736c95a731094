// Runs the editor suite in a real editor: in desktop VS Code if it is available, otherwise in VS Code's
// workbench in headless Chromium. With --vsix the extension is packaged and installed first,
// with --grep=WORDS only the tests with these words in their titles run.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ownTarget, pack } from '../../packaging.js';
import { runInBrowser } from './drivers/browser.js';
import { canUseDesktop, runInDesktop } from './drivers/desktop.js';
import { canServeWorkbench } from './drivers/workbench.js';
import { ROOT, tell } from '../machine.js';
import type { InstalledExtension, Suite } from './suite.js';

const output = join(ROOT, 'dist', 'test');
const suite = join(output, 'editor.cjs');
const report = join(output, 'editor.txt');
const log = join(output, 'editor.log');
const wanted =
  process.argv.find((flag) => flag.startsWith('--grep='))?.slice('--grep='.length) ?? '';
await Promise.all([report, log].map((file) => rm(file, { force: true })));
await build({
  entryPoints: [join(import.meta.dirname, 'suite', 'run.ts')],
  outfile: suite,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  define: { GREP: JSON.stringify(wanted) },
  logLevel: 'warning',
});

await cp(
  join(ROOT, 'node_modules', 'vscode-oniguruma', 'release', 'onig.wasm'),
  join(output, 'onig.wasm'),
);

// The suite edits the drafts, so it gets a copy.
const folder = await mkdtemp(join(tmpdir(), 'copydesk-drafts-'));
try {
  await cp(join(import.meta.dirname, 'folder'), folder, { recursive: true });
  const installed = process.argv.includes('--vsix') ? { installed: await packaged() } : {};
  const models = join(import.meta.dirname, 'models');
  process.exitCode = (await runSuite({ suite, folder, models, ...installed })) ? 0 : 1;
} finally {
  if (existsSync(report)) tell(await readFile(report, 'utf8'));
  if (process.exitCode !== 0 && existsSync(log)) tell(`The editor’s own log is ${log}`);
  await rm(folder, { recursive: true, force: true });
}

async function packaged(): Promise<InstalledExtension> {
  const [vsix, host] = [join(output, 'copydesk.vsix'), join(output, 'host')];
  await pack(ownTarget(), vsix);
  await mkdir(host, { recursive: true });
  await writeFile(
    join(host, 'package.json'),
    JSON.stringify({ name: 'host', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } }),
  );
  return { vsix, host };
}

async function runSuite(options: Suite): Promise<boolean> {
  if (await canUseDesktop()) return runInDesktop(options);
  if (canServeWorkbench()) return runInBrowser(options, log);
  tell(
    'No editor is available: VS Code cannot be downloaded. Name an installed one: VSCODE_EXECUTABLE=/path/to/code npm run test:editor',
  );
  return false;
}
