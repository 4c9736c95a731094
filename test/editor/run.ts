// Runs the editor suite in a real editor: desktop VS Code where it can be had, else VS Code's own
// workbench in headless Chromium.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runInBrowser } from './drivers/browser.js';
import { canUseDesktop, runInDesktop } from './drivers/desktop.js';
import { canServeWorkbench } from './drivers/workbench.js';
import { ROOT, tell } from '../machine.js';

const output = join(ROOT, 'dist', 'test');
const suite = join(output, 'editor.cjs');
const report = join(output, 'editor.txt');
const log = join(output, 'editor.log');
await Promise.all([report, log].map((file) => rm(file, { force: true })));
await build({
  entryPoints: [join(import.meta.dirname, 'suite', 'run.ts')],
  outfile: suite,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

// The suite writes into the drafts, so it gets its own.
const folder = await mkdtemp(join(tmpdir(), 'copydesk-drafts-'));
try {
  await cp(join(import.meta.dirname, 'folder'), folder, { recursive: true });
  process.exitCode = (await runSuite()) ? 0 : 1;
} finally {
  if (existsSync(report)) tell(await readFile(report, 'utf8'));
  if (process.exitCode !== 0 && existsSync(log)) tell(`The editor’s own log is ${log}`);
  await rm(folder, { recursive: true, force: true });
}

async function runSuite(): Promise<boolean> {
  if (await canUseDesktop()) return runInDesktop(suite, folder);
  if (canServeWorkbench()) return runInBrowser(suite, folder, log);
  tell(
    'No editor can be had here: VS Code cannot be downloaded. Name one that is installed: VSCODE_EXECUTABLE=/path/to/code npm run test:editor',
  );
  return false;
}
