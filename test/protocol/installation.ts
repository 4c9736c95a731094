import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** A copy of the build, to be damaged. */
export class Installation {
  readonly #root = mkdtempSync(join(tmpdir(), 'copydesk-installation-'));
  readonly #folder = join(this.#root, 'dist');

  constructor() {
    for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
      const from = join(entry.parentPath, entry.name);
      const to = this.path(relative('dist', from));
      if (entry.isDirectory() || to.startsWith(this.path('test'))) continue;
      mkdirSync(dirname(to), { recursive: true });
      // These are large, and read wherever they are.
      if (/\.(?:bin|onnx|wasm)$/u.test(entry.name)) symlinkSync(resolve(from), to);
      else copyFileSync(from, to);
    }
  }

  /** The path of a file of it. */
  path(...names: readonly string[]): string {
    return join(this.#folder, ...names);
  }

  /** Removes some files and folders of the copy, if they exist; without names, the whole copy. */
  remove(...names: readonly string[]): void {
    const paths = names.length === 0 ? [this.#root] : names.map((name) => this.path(name));
    for (const path of paths) rmSync(path, { recursive: true, force: true });
  }
}
