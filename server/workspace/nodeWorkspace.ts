import { type Dirent, createReadStream, readdir } from 'node:fs';
import { lstat, opendir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import {
  MAX_TEXT_BYTES,
  type WorkingDirectory,
  UnreadableError,
  decodeText,
  readUpTo,
  fileTooLarge,
} from './workspace.js';

/** The files in a folder on disk. */
export class NodeWorkspace implements WorkingDirectory {
  readonly #folder: string;
  readonly #now: () => number;

  /**
   * @param folder An absolute path.
   * @param now The time in milliseconds since 1970.
   */
  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  async readText(path: string, limit = MAX_TEXT_BYTES): Promise<string> {
    return decodeText(await this.readBytes(path, limit), path);
  }

  async readNamed(path: string, limit = MAX_TEXT_BYTES): Promise<string> {
    const file = resolve(this.#folder, path);
    const read = (): Promise<Uint8Array> => readUpTo(createReadStream(file), limit, path);
    return decodeText(await opened(path, read), path);
  }

  async readBytes(path: string, limit: number): Promise<Uint8Array> {
    const file = resolve(this.#folder, path);
    const target = await opened(path, () => realpath(file)).catch((error: unknown) =>
      rejectLink(error, file, path),
    );
    // Only the user can name a file outside the folder; that must not be a link to elsewhere either.
    const folder = isWithin(this.#folder, file) ? this.#folder : dirname(file);
    if (!isWithin(await opened(path, () => realpath(folder)), target)) {
      throw new UnreadableError(`${path} is a link that points outside the folder`);
    }
    const found = await opened(path, () => stat(target));
    if (found.isDirectory()) {
      await opened(path, async () => (await opendir(target)).close());
      throw new UnreadableError(`${path} is a folder, not a file`);
    }
    if (!found.isFile()) throw new UnreadableError(`${path} is not a file`);
    if (found.size > limit) throw fileTooLarge(path, limit);
    return opened(path, () => readFile(target));
  }

  async stamp(path: string): Promise<string | undefined> {
    const found = await stat(resolve(this.#folder, path)).catch(() => undefined);
    if (found === undefined || this.#now() - found.mtimeMs < TIME_PRECISION_MILLISECONDS)
      return undefined;
    return `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
  }

  async kind(path: string): Promise<'file' | 'folder' | undefined> {
    const found = await stat(resolve(this.#folder, path)).catch(() => undefined);
    if (found === undefined) return undefined;
    return found.isDirectory() ? 'folder' : 'file';
  }

  async find(globs: readonly string[], within = '.'): Promise<readonly string[]> {
    const cwd = resolve(this.#folder, within);
    const patterns: string[] = [];
    const bases = new Set<string>();
    // Folders that cannot be listed are returned as matches, so that reading them reports the reason.
    const unlisted: string[] = [];
    for (const glob of globs) {
      const base = resolve(cwd, BASE.exec(glob)?.[0] ?? '');
      if (await this.#isLinkToOutside(base)) {
        unlisted.push(base);
      } else {
        patterns.push(escapeGroups(everyFile(glob)));
        bases.add(base);
      }
    }
    const found = await glob(patterns, {
      cwd,
      absolute: true,
      followSymbolicLinks: false,
      fs: { readdir: folderReader(bases, unlisted) },
      expandDirectories: false,
      extglob: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    return [...new Set([...found, ...unlisted].map((path) => this.#relative(path)))].sort();
  }

  ancestorPaths(path: string, name: string): readonly string[] {
    const paths: string[] = [];
    let folder = resolve(this.#folder, path);
    while (dirname(folder) !== folder) {
      folder = dirname(folder);
      paths.push(this.#relative(join(folder, name)));
    }
    return paths;
  }

  uriOf(path: string): string {
    // A file name on Windows may contain half a surrogate pair, which cannot be escaped.
    return URI.file(resolve(this.#folder, path).replace(/\p{Cs}/gu, '\uFFFD')).toString();
  }

  #relative(path: string): string {
    return relative(this.#folder, resolve(path)).split(sep).join('/') || '.';
  }

  /** True for a path inside the folder that is a link to a place outside it. */
  async #isLinkToOutside(path: string): Promise<boolean> {
    if (!isWithin(this.#folder, path)) return false;
    const [folder, target] = await Promise.all(
      [this.#folder, path].map((link) => realpath(link).catch(() => undefined)),
    );
    return folder !== undefined && target !== undefined && !isWithin(folder, target);
  }
}

/** The folder that a glob names before its first wildcard. */
const BASE = /^(?:[^*?[\]{}!\\/]*\/)*/u;

/**
 * Makes a glob that ends with any number of folders match any file: the library's own star does not
 * match line breaks.
 */
function everyFile(glob: string): string {
  return glob.replace(/(?<=^|\/)\*\*$/u, '**/*');
}

/** A glob with its round brackets and their operators escaped, which the library would put into a regular expression. */
function escapeGroups(glob: string): string {
  return glob.replace(/(?<!\\)[()|+]/gu, '\\$&');
}

/**
 * Lists folders with links as files, which the glob library would skip silently: reading one reports where
 * it points. Links in `bases`, which globs name as folders, are listed as folders. Folders that cannot be
 * listed for lack of permission are added to `unlisted`.
 */
function folderReader(bases: ReadonlySet<string>, unlisted: string[]): typeof readdir {
  return ((
    path: string,
    options: { readonly withFileTypes: true },
    done: (error: Error | null, entries: readonly FolderEntry[]) => void,
  ): void => {
    readdir(path, options, (error, entries) => {
      if (error !== null) {
        if (reasonFor(error) === DENIED) unlisted.push(path);
        done(error, []);
        return;
      }
      const listed = entries.map((entry) =>
        entry.isSymbolicLink()
          ? linkEntry(entry.name, bases.has(resolve(path, entry.name)))
          : entry,
      );
      done(null, listed);
    });
  }) as typeof readdir;
}

/** The parts of a folder's entry that the glob library uses. */
type FolderEntry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

function linkEntry(name: string, isFolder: boolean): FolderEntry {
  return {
    name,
    isFile: () => !isFolder,
    isDirectory: () => isFolder,
    isSymbolicLink: () => false,
  };
}

/** Some file systems store times no more precisely than this, so two writes may have the same time. */
const TIME_PRECISION_MILLISECONDS = 2_500;

function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return steps !== '..' && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}

/** Accesses a file. Rejects with an `UnreadableError` that explains the system's error. */
async function opened<Result>(path: string, open: () => Promise<Result>): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const reason = reasonFor(error);
    throw new UnreadableError(`${path} ${reason}`, reason === MISSING);
  }
}

/**
 * Rejects with the error of a missing file, or with another if there is a link: text written to it
 * would go elsewhere.
 */
async function rejectLink(error: unknown, file: string, path: string): Promise<never> {
  const isLink = await lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  const isMissing = error instanceof UnreadableError && error.isMissing;
  throw isLink && isMissing
    ? new UnreadableError(`${path} is a link to a file that does not exist`)
    : error;
}

const MISSING = 'does not exist';
const DENIED = 'cannot be read (permission denied)';

/** Why the system could not open a file, as words that follow the name of the file. */
function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return MISSING;
    case 'ELOOP':
      return 'is a link that points back to itself';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return DENIED;
    default:
      return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
