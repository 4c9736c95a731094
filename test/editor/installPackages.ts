import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tell } from '../machine.js';

/**
 * Installs the packages in a folder's lock file when they are first needed, and again when that
 * file changes.
 * @param what What they are and how large, for the message.
 * @param inside A folder among the packages whose own packages are needed too.
 * @throws if npm fails.
 */
export function installPackages(folder: string, what: string, inside?: string): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules', '.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  tell(`Installing ${what}, once…`);
  npm(folder, 'ci');
  if (inside !== undefined) npm(inside, 'install', '--omit=dev');
  writeFileSync(stamp, lock);
}

function npm(folder: string, ...args: readonly string[]): void {
  execFileSync(
    'npm',
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
