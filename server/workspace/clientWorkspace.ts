import type { Connection } from 'vscode-languageserver';
import { type URI, Utils } from 'vscode-uri';
import { type FileRead, FindFilesRequest, ReadFileRequest } from '../../protocol/requests.js';
import { parseUri, relativePath } from './uris.js';
import {
  MAX_TEXT_BYTES,
  UnreadableError,
  type Workspace,
  decodeText,
  fileTooLarge,
} from './workspace.js';

/** The files in a folder that the client reads, for a server without access to files. */
export class ClientWorkspace implements Workspace {
  readonly #connection: Pick<Connection, 'sendRequest'>;
  readonly #folder: URI;

  /** @param folder A hierarchical URI. */
  constructor(connection: Pick<Connection, 'sendRequest'>, folder: URI) {
    this.#connection = connection;
    this.#folder = folder.path === '' ? folder.with({ path: '/' }) : folder;
  }

  async readText(path: string, limit = MAX_TEXT_BYTES): Promise<string> {
    return decodeText(await this.readBytes(path, limit), path);
  }

  async readBytes(path: string, limit: number): Promise<Uint8Array> {
    const read = await this.#connection
      .sendRequest(ReadFileRequest, { uri: this.uriOf(path), limit })
      .catch((): FileRead => null);
    if (read === null) throw new UnreadableError(`${path} does not exist`, true);
    if (read === 'too large') throw fileTooLarge(path, limit);
    return read.bytes;
  }

  /** Not every file system of an editor records when a file was written. */
  stamp(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async find(globs: readonly string[]): Promise<readonly string[]> {
    const found = await this.#connection
      .sendRequest(FindFilesRequest, { folder: this.#folder.toString(), globs })
      .catch((): readonly string[] => []);
    const paths = found.flatMap((text) => {
      const uri = parseUri(text);
      const path = uri === undefined ? undefined : relativePath(this.#folder, uri);
      return path === undefined || HIDDEN.test(path) ? [] : path;
    });
    return [...new Set(paths)].sort();
  }

  ancestorPaths(path: string, name: string): readonly string[] {
    const folders = path.split('/').slice(0, -1);
    const paths = [...folders.keys(), folders.length]
      .reverse()
      .map((depth) => [...folders.slice(0, depth), name].join('/'));
    let up = '';
    for (let folder = this.#folder; folder.path !== '/'; folder = Utils.dirname(folder)) {
      up += '../';
      paths.push(`${up}${name}`);
    }
    return paths;
  }

  uriOf(path: string): string {
    return Utils.joinPath(this.#folder, path).toString();
  }
}

/** A path with a hidden file or folder in it. */
const HIDDEN = /(?:^|\/)\./u;
