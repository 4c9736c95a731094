import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type URI, Utils } from 'vscode-uri';
import { parseUri, relativePath } from '../workspace/uris.js';
import type { SessionHost } from './sessionHost.js';

/** Finds and reads text files by their URIs. */
export class TextFiles {
  readonly #open: SessionHost['open'];
  readonly #documentAt: (uri: string) => TextDocument | undefined;
  readonly #folderOf: (uri: URI) => URI | undefined;
  readonly #found = new Map<string, Promise<readonly string[]>>();

  /**
   * @param documentAt A document that is open in the editor; its unsaved text counts.
   * @param folderOf The workspace folder that contains a URI.
   */
  constructor(
    open: SessionHost['open'],
    documentAt: (uri: string) => TextDocument | undefined,
    folderOf: (uri: URI) => URI | undefined,
  ) {
    this.#open = open;
    this.#documentAt = documentAt;
    this.#folderOf = folderOf;
  }

  /** The URIs of the files in a folder that match any of the globs. Cached until `forget`. Does not reject. */
  find(folder: URI, globs: readonly string[]): Promise<readonly string[]> {
    const key = JSON.stringify([folder.toString(), globs]);
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

  /** Makes the next call of `find` search again. */
  forget(): void {
    this.#found.clear();
  }

  /** The text at a URI; `undefined` if it cannot be read. Does not reject. */
  async text(uri: string): Promise<string | undefined> {
    const open = this.#documentAt(uri);
    if (open !== undefined) return open.getText();
    const file = parseUri(uri);
    if (file === undefined) return undefined;
    const folder = this.#folderOf(file) ?? Utils.dirname(file);
    const path = relativePath(folder, file);
    if (path === undefined) return undefined;
    return this.#open(folder)
      ?.readText(path)
      .catch(() => undefined);
  }
}
