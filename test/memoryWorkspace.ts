import {
  LARGEST_TEXT,
  type StartFolder,
  UnreadableError,
  decodeText,
  tooLarge,
} from '../server/workspace/workspace.js';

/** Files that a test holds in memory, by path. */
export class MemoryWorkspace implements StartFolder {
  readonly #files: Map<string, string | Uint8Array>;
  /** The stamps of files, where a test cares. */
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

  async readText(path: string, limit = LARGEST_TEXT): Promise<string> {
    return decodeText(await this.readBytes(path, limit), path);
  }

  readNamed(path: string, limit = LARGEST_TEXT): Promise<string> {
    return this.readText(path, limit);
  }

  readBytes(path: string, limit: number): Promise<Uint8Array> {
    const file = this.#files.get(path);
    if (file === undefined) {
      return Promise.reject(new UnreadableError(`${path} does not exist`, true));
    }
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
    return bytes.length > limit ? Promise.reject(tooLarge(path, limit)) : Promise.resolve(bytes);
  }

  stamp(path: string): Promise<string | undefined> {
    return Promise.resolve(this.stamps.get(path));
  }

  kind(path: string): Promise<'file' | 'folder' | undefined> {
    if (this.#files.has(path)) return Promise.resolve('file');
    const isFolder = [...this.#files.keys()].some((file) => file.startsWith(insideOf(path)));
    return Promise.resolve(isFolder ? 'folder' : undefined);
  }

  /** Knows `*`, which stays in its folder, and `**`. */
  find(globs: readonly string[], within = '.'): Promise<readonly string[]> {
    const patterns = globs.map((glob) => {
      const pattern = `${insideOf(within)}${glob}`
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

  above(path: string, name: string): readonly string[] {
    const folders = path.split('/').slice(0, -1);
    return [...folders.keys(), folders.length]
      .reverse()
      .map((depth) => [...folders.slice(0, depth), name].join('/'));
  }

  uriOf(path: string): string {
    return `memory:///${path}`;
  }
}

/** What the paths of the files in a folder begin with. */
function insideOf(folder: string): string {
  return folder === '.' ? '' : `${folder.replace(/\/$/u, '')}/`;
}
