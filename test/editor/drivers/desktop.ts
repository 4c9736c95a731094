import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { ROOT, findProgram, tell } from '../../machine.js';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

/** True where desktop VS Code is named or can be downloaded, and has a screen to open on. */
export async function canUseDesktop(): Promise<boolean> {
  if (process.platform === 'linux' && !hasScreen() && findProgram('xvfb-run') === undefined) {
    return false;
  }
  if (process.env.VSCODE_EXECUTABLE !== undefined) return true;
  return fetch(RELEASES, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Runs the suite in desktop VS Code. Resolves to true where every test passed. */
export async function runInDesktop(suite: string, folder: string): Promise<boolean> {
  const executable = process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode());
  if (process.platform === 'linux' && !hasScreen()) return againUnderXvfb(executable);
  tell(`The editor is desktop VS Code (${executable}).`);
  const status = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: suite,
    launchArgs: [folder, '--disable-extensions'],
  }).catch((error: unknown) => {
    tell(String(error));
    return 1;
  });
  return status === 0;
}

function hasScreen(): boolean {
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}

/** Starts this very command once more, with a screen in memory. */
function againUnderXvfb(executable: string): boolean {
  const { status } = spawnSync(
    'xvfb-run',
    ['-a', process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, VSCODE_EXECUTABLE: executable } },
  );
  return status === 0;
}
