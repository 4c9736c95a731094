import { spawnSync } from 'node:child_process';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import type { Suite } from '../suite.js';
import { ROOT, findProgram, tell } from '../../machine.js';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

/** True if desktop VS Code is named or can be downloaded, and has a display to open on. */
export async function canUseDesktop(): Promise<boolean> {
  if (process.platform === 'linux' && !hasDisplay() && findProgram('xvfb-run') === undefined) {
    return false;
  }
  if (process.env.VSCODE_EXECUTABLE !== undefined) return true;
  return fetch(RELEASES, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Runs the suite in desktop VS Code. Resolves to true if every test passed. */
export async function runInDesktop({ suite, folder, installed, models }: Suite): Promise<boolean> {
  const executable = process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode());
  if (process.platform === 'linux' && !hasDisplay()) return rerunUnderXvfb(executable);
  tell(`The editor is desktop VS Code (${executable}).`);
  if (installed !== undefined) {
    const [program = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
    spawnSync(program, [...args, '--install-extension', installed.vsix], { stdio: 'inherit' });
  }
  const status = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: [installed?.host ?? ROOT, models],
    extensionTestsPath: suite,
    launchArgs: installed === undefined ? [folder, '--disable-extensions'] : [folder],
  }).catch((error: unknown) => {
    tell(String(error));
    return 1;
  });
  return status === 0;
}

function hasDisplay(): boolean {
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}

/** Runs this command again with a virtual display. */
function rerunUnderXvfb(executable: string): boolean {
  const { status } = spawnSync(
    'xvfb-run',
    ['-a', process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, VSCODE_EXECUTABLE: executable } },
  );
  return status === 0;
}
