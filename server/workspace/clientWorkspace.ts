import type { Connection } from 'vscode-languageserver';
import { type FileRead, FindFilesRequest, ReadFileRequest } from '../../protocol/requests.js';
import {
  LARGEST_TEXT,
  UnreadableError,
  type Workspace,
  decodeText,
  plainAddress,
  tooLarge,
} from './workspace.js';

/** The files below a folder that the client reads, as the server has none: wherever an editor has folders. */
export class ClientWorkspace implements Workspace {
  readonly #connection: Pick<Connection, 'sendRequest'>;
  /** Everything before the path. */
  readonly #root: string;
  readonly #steps: readonly string[];

  /** @param folder Its address, which has a `//`. */
  constructor(connection: Pick<Connection, 'sendRequest'>, folder: string) {
    const [scheme = '', , host = '', ...steps] = folder.split('/');
    this.#connection = connection;
    this.#root = `${scheme}//${host}`;
    this.#steps = steps.filter((step) => step !== '');
  }

  async readText(path: string, limit = LARGEST_TEXT): Promise<string> {
    return decodeText(await this.readBytes(path, limit), path);
  }

  async readBytes(path: string, limit: number): Promise<Uint8Array> {
    const read = await this.#connection
      .sendRequest(ReadFileRequest, { uri: this.uriOf(path), limit })
      .catch((): FileRead => null);
    if (read === null) throw new UnreadableError(`${path} does not exist`, true);
    if (read === 'too large') throw tooLarge(path, limit);
    return read.bytes;
  }

  /** Not every place that an editor has folders in can tell when a file was written. */
  stamp(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async find(globs: readonly string[]): Promise<readonly string[]> {
    const folder = plainAddress(this.uriOf('.')).replace(/\/?$/u, '/');
    const found = await this.#connection
      .sendRequest(FindFilesRequest, { folder: this.uriOf('.'), globs })
      .catch((): readonly string[] => []);
    const paths = found
      .map(plainAddress)
      .filter((address) => address.startsWith(folder))
      .map((address) => address.slice(folder.length))
      .filter((path) => !/(?:^|\/)\./u.test(path));
    return [...new Set(paths)].sort();
  }

  above(path: string, name: string): readonly string[] {
    const folders = path.split('/').slice(0, -1);
    const within = [...folders.keys(), folders.length]
      .reverse()
      .map((depth) => [...folders.slice(0, depth), name].join('/'));
    return [...within, ...this.#steps.map((_, height) => `${'../'.repeat(height + 1)}${name}`)];
  }

  uriOf(path: string): string {
    const steps = [...this.#steps];
    for (const step of path.split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '.') steps.push(encodeURIComponent(step));
    }
    return `${this.#root}/${steps.join('/')}`;
  }
}
