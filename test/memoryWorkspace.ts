import {
  MAX_TEXT_BYTES,
  type WorkingDirectory,
  UnreadableError,
  decodeText,
  fileTooLarge,
} from '../server/workspace/workspace.js';

/** Files in memory, by path. */
export class MemoryWorkspace implements WorkingDirectory {
  readonly #files: Map<string, string | Uint8Array>;
  /** The stamps of files; a file without one may have changed at any time. */
  readonly stamps = new Map<string, string>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.#files = new Map(Object.entries(files));
  }

  write(path: string, file: string | Uint8Array): void {
    this.#files.set(path, file);
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  async readText(path: string, limit = MAX_TEXT_BYTES): Promise<string> {
    return decodeText(await this.readBytes(path, limit), path);
  }

  readNamed(path: string, limit = MAX_TEXT_BYTES): Promise<string> {
    return this.readText(path, limit);
  }

  readBytes(path: string, limit: number): Promise<Uint8Array> {
    const file = this.#files.get(path);
    if (file === undefined) {
      return Promise.reject(new UnreadableError(`${path} does not exist`, true));
    }
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
    return bytes.length > limit
      ? Promise.reject(fileTooLarge(path, limit))
      : Promise.resolve(bytes);
  }

  stamp(path: string): Promise<string | undefined> {
    return Promise.resolve(this.stamps.get(path));
  }

  kind(path: string): Promise<'file' | 'folder' | undefined> {
    if (this.#files.has(path)) return Promise.resolve('file');
    const isFolder = [...this.#files.keys()].some((file) => file.startsWith(prefixOf(path)));
    return Promise.resolve(isFolder ? 'folder' : undefined);
  }

  /** Supports `*`, which matches within a folder, and `**`. */
  find(globs: readonly string[], within = '.'): Promise<readonly string[]> {
    const patterns = globs.map((glob) => {
      const pattern = `${prefixOf(within)}${glob}`
        .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
        .replace(/\*\*\/|\*+/gu, (stars) =>
          stars === '*' ? '[^/]*' : stars === '**' ? '.*' : '(?:.*/)?',
        );
      return new RegExp(`^${pattern}$`, 'u');
    });
    const paths = [...this.#files.keys()];
    return Promise.resolve(
      paths.filter((path) => patterns.some((pattern) => pattern.test(path))).sort(),
    );
  }

  ancestorPaths(path: string, name: string): readonly string[] {
    const folders = path.split('/').slice(0, -1);
    return [...folders.keys(), folders.length]
      .reverse()
      .map((depth) => [...folders.slice(0, depth), name].join('/'));
  }

  uriOf(path: string): string {
    return `memory:///${path}`;
  }
}

/** The common prefix of the paths of the files in a folder. */
function prefixOf(folder: string): string {
  return folder === '.' ? '' : `${folder.replace(/\/$/u, '')}/`;
}
