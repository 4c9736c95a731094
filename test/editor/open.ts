// Opens the sample drafts in a real editor with the extension of this repository: in desktop VS Code if it
// is installed, otherwise in VS Code's workbench in the browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { canServeWorkbench, startWorkbench } from './drivers/workbench.js';
import { ROOT, findProgram, tell } from '../machine.js';

const samples = join(ROOT, 'samples');
const draft = join(samples, 'astana-report.md');
const desktop = findProgram('code');

if (desktop !== undefined) {
  tell(`Opening ${draft} with ${desktop}…`);
  spawn(desktop, [`--extensionDevelopmentPath=${ROOT}`, samples, draft], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} else if (canServeWorkbench()) {
  const workbench = await startWorkbench();
  tell(`The editor is at\n\n  ${workbench.url(samples, { file: draft })}\n`);
  tell('Open that URL in a browser on this machine. Press Ctrl+C to stop.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await workbench.close();
} else {
  tell('There is no “code” on the PATH. Install VS Code and its shell command, and try again.');
  process.exitCode = 1;
}
