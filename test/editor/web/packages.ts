import { join } from 'node:path';
import { installPackages } from '../installPackages.js';

/** The folder with VS Code for the Web and what serves it. */
export const PACKAGES = join(import.meta.dirname, 'node_modules');

/** Installs these packages if they are not there. Throws if npm fails. */
export function installWebEditor(): void {
  installPackages(import.meta.dirname, 'VS Code for the Web (about 130 MB)');
}
