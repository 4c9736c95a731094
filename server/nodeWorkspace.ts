import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import { UnreadableError, type Workspace, decodeText } from './workspace.js';

/** The files below a folder of this machine's disk. */
export class NodeWorkspace implements Workspace {
  readonly #folder: string;

  /** @param folder An absolute path. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async readText(path: string): Promise<string> {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(resolve(this.#folder, path));
    } catch (error) {
      const reason = reasonOf(error);
      throw new UnreadableError(`${path} ${reason}`, reason === MISSING);
    }
    return decodeText(bytes, path);
  }

  async find(globs: readonly string[]): Promise<readonly string[]> {
    const found = await glob([...globs], {
      cwd: this.#folder,
      absolute: true,
      followSymbolicLinks: false,
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    return [...new Set(found.map((path) => this.#name(path)))].sort();
  }

  above(path: string, name: string): readonly string[] {
    const paths: string[] = [];
    let folder = resolve(this.#folder, path);
    while (dirname(folder) !== folder) {
      folder = dirname(folder);
      paths.push(this.#name(join(folder, name)));
    }
    return paths;
  }

  uriOf(path: string): string {
    return pathToFileURL(resolve(this.#folder, path)).href;
  }

  #name(path: string): string {
    return relative(this.#folder, resolve(path)).split(sep).join('/');
  }
}

const MISSING = 'does not exist';

/** Why the system could not open a file, in words that follow the file's name. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return MISSING;
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read (permission denied)';
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'is too large';
    default:
      return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
