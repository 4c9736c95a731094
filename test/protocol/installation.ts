import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of what is built, to be damaged. */
export class Installation {
  readonly #root = mkdtempSync(join(tmpdir(), 'copydesk-installation-'));
  readonly #folder = join(this.#root, 'dist');

  constructor() {
    mkdirSync(this.#folder);
    for (const name of readdirSync('dist')) {
      const [from, to] = [resolve('dist', name), this.path(name)];
      // These are large, and read wherever they are.
      if (/\.(?:bin|onnx|wasm)$/u.test(name)) symlinkSync(from, to);
      else if (name !== 'test') cpSync(from, to, { recursive: true });
    }
  }

  /** The path of a file of it. */
  path(...names: readonly string[]): string {
    return join(this.#folder, ...names);
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
