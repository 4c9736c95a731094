import { spawnSync } from 'node:child_process';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import type { Suite } from '../suite.js';
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
export async function runInDesktop({ suite, folder, guest }: Suite): Promise<boolean> {
  const executable = process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode());
  if (process.platform === 'linux' && !hasScreen()) return againUnderXvfb(executable);
  tell(`The editor is desktop VS Code (${executable}).`);
  if (guest !== undefined) {
    const [program = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
    spawnSync(program, [...args, '--install-extension', guest.vsix], { stdio: 'inherit' });
  }
  const status = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: guest?.host ?? ROOT,
    extensionTestsPath: suite,
    launchArgs: guest === undefined ? [folder, '--disable-extensions'] : [folder],
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
