import { type Dirent, createReadStream, readdir } from 'node:fs';
import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import {
  LARGEST_TEXT,
  type StartFolder,
  UnreadableError,
  decodeText,
  readUpTo,
  tooLarge,
} from './workspace.js';

/** The files below a folder of this machine's disk. */
export class NodeWorkspace implements StartFolder {
  readonly #folder: string;

  /** @param folder An absolute path. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async readText(path: string, limit = LARGEST_TEXT): Promise<string> {
    return decodeText(await this.readBytes(path, limit), path);
  }

  async readNamed(path: string, limit = LARGEST_TEXT): Promise<string> {
    const file = resolve(this.#folder, path);
    const read = (): Promise<Uint8Array> => readUpTo(createReadStream(file), limit, path);
    return decodeText(await opened(path, read), path);
  }

  async readBytes(path: string, limit: number): Promise<Uint8Array> {
    const file = resolve(this.#folder, path);
    const target = await opened(path, () => realpath(file));
    // A file outside, which only its user can have named, may at least not lead elsewhere.
    const home = isWithin(this.#folder, file) ? this.#folder : dirname(file);
    if (!isWithin(await opened(path, () => realpath(home)), target)) {
      throw new UnreadableError(`${path} is a link that leads out of the folder`);
    }
    const found = await opened(path, () => stat(target));
    if (found.isDirectory()) {
      await opened(path, async () => (await opendir(target)).close());
      throw new UnreadableError(`${path} is a folder, not a file`);
    }
    if (!found.isFile()) throw new UnreadableError(`${path} is not a file`);
    if (found.size > limit) throw tooLarge(path, limit);
    return opened(path, () => readFile(target));
  }

  async stamp(path: string): Promise<string | undefined> {
    const found = await stat(resolve(this.#folder, path)).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs < FRESH_MILLISECONDS) return undefined;
    return `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
  }

  async kind(path: string): Promise<'file' | 'folder' | undefined> {
    const found = await stat(resolve(this.#folder, path)).catch(() => undefined);
    if (found === undefined) return undefined;
    return found.isDirectory() ? 'folder' : 'file';
  }

  async find(globs: readonly string[], within = '.'): Promise<readonly string[]> {
    const cwd = resolve(this.#folder, within);
    const sound: string[] = [];
    const bases = new Set<string>();
    /** Folders that cannot be looked into. They count as found: why not is told when one is read. */
    const shut: string[] = [];
    for (const glob of globs) {
      const base = resolve(cwd, FIXED.exec(glob)?.[0] ?? '');
      if (await this.#leadsOut(base)) {
        shut.push(base);
      } else {
        sound.push(withoutGroups(glob));
        bases.add(base);
      }
    }
    const found = await glob(sound, {
      cwd,
      absolute: true,
      followSymbolicLinks: false,
      fs: { readdir: readerOf(bases, shut) },
      expandDirectories: false,
      extglob: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    return [...new Set([...found, ...shut].map((path) => this.#name(path)))].sort();
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
    return relative(this.#folder, resolve(path)).split(sep).join('/') || '.';
  }

  /** True for a path within the folder by which a link leads out of it. */
  async #leadsOut(path: string): Promise<boolean> {
    if (!isWithin(this.#folder, path)) return false;
    const [home, target] = await Promise.all(
      [this.#folder, path].map((place) => realpath(place).catch(() => undefined)),
    );
    return home !== undefined && target !== undefined && !isWithin(home, target);
  }
}

/** The folder that a glob names before its first star. */
const FIXED = /^(?:[^*?[\]{}!\\/]*\/)*/u;

/** A glob in which brackets and what repeats them, which would go into a regular expression, are plain. */
function withoutGroups(glob: string): string {
  return glob.replace(/(?<!\\)[()|+]/gu, '\\$&');
}

/**
 * Reads folders with their links as files, which the glob would pass over without a word: where one leads is looked
 * at when it is read, and what it leads out to is told. Those of `bases` are folders, as globs name them. The
 * folders that the system does not let be read are put into `shut`.
 */
function readerOf(bases: ReadonlySet<string>, shut: string[]): typeof readdir {
  return ((
    path: string,
    options: { readonly withFileTypes: true },
    done: (error: Error | null, entries: readonly Dirent[]) => void,
  ): void => {
    readdir(path, options, (error, entries) => {
      if (error !== null) {
        if (reasonOf(error) === DENIED) shut.push(path);
        done(error, []);
        return;
      }
      for (const entry of entries) {
        if (!entry.isSymbolicLink()) continue;
        const isBase = bases.has(resolve(path, entry.name));
        entry.isSymbolicLink = () => false;
        entry.isFile = () => !isBase;
        entry.isDirectory = () => isBase;
      }
      done(null, entries);
    });
  }) as typeof readdir;
}

/** Some disks tell times no finer than this, so a file may be written twice with one time. */
const FRESH_MILLISECONDS = 2_500;

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Does something with a file. Rejects with an `UnreadableError` that says why the system does not let it. */
async function opened<Result>(path: string, open: () => Promise<Result>): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const reason = reasonOf(error);
    throw new UnreadableError(`${path} ${reason}`, reason === MISSING);
  }
}

const MISSING = 'does not exist';
const DENIED = 'may not be read (permission denied)';

/** Why the system could not open a file, in words that follow the file's name. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return MISSING;
    case 'ELOOP':
      return 'is a link that leads back to itself';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return DENIED;
    default:
      return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
