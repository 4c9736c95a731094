import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SessionHost } from './referenceStore.js';
import { plainAddress } from '../workspace/workspace.js';

/** Finds and reads the files of folders by their addresses. */
export class TextFiles {
  readonly #open: SessionHost['open'];
  readonly #documentAt: (uri: string) => TextDocument | undefined;
  readonly #folderOf: (uri: string) => string | undefined;
  readonly #found = new Map<string, Promise<readonly string[]>>();

  /**
   * @param documentAt A document that the editor holds open: its text counts before it is saved.
   * @param folderOf The workspace folder that an address lies in.
   */
  constructor(
    open: SessionHost['open'],
    documentAt: (uri: string) => TextDocument | undefined,
    folderOf: (uri: string) => string | undefined,
  ) {
    this.#open = open;
    this.#documentAt = documentAt;
    this.#folderOf = folderOf;
  }

  /** The addresses of the files in a folder that match any of the globs. Found once, until `forget`. Does not reject. */
  find(folder: string, globs: readonly string[]): Promise<readonly string[]> {
    const key = JSON.stringify([folder, globs]);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const workspace = this.#open(folder);
    const found =
      workspace === undefined
        ? Promise.resolve([])
        : workspace.find(globs).then((paths) => paths.map((path) => workspace.uriOf(path)));
    this.#found.set(key, found);
    return found;
  }

  /** Makes the next call of `find` look afresh. */
  forget(): void {
    this.#found.clear();
  }

  /** The text at an address; `undefined` where there is none that can be read. Does not reject. */
  async text(uri: string): Promise<string | undefined> {
    const open = this.#documentAt(uri);
    if (open !== undefined) return open.getText();
    const folder = this.#folderOf(uri) ?? uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));
    const path = plainAddress(uri.slice(folder.length).replace(/^\//u, ''));
    return this.#open(folder)
      ?.readText(path)
      .catch(() => undefined);
  }
}
