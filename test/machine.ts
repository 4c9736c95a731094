import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Prints what the set-up does, so that nobody wonders what takes so long. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The path of the first of these programs that is there, or `undefined`. */
export function findProgram(...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      for (const suffix of process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']) {
        const path = join(folder, name + suffix);
        if (folder !== '' && isExecutable(path)) return path;
      }
    }
  }
  return undefined;
}

/** True where packages can be installed without asking: as root on Debian or Ubuntu. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** Installs packages of the Debian archive. Throws where that fails. */
export function install(...packages: readonly string[]): void {
  tell(`Installing ${packages.join(', ')} by apt-get…`);
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    execFileSync('apt-get', ['-qq', ...step], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
