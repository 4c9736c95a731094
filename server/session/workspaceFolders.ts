import type { WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { type URI } from 'vscode-uri';
import { parseUri, relativePath, uriKey } from '../workspace/uris.js';

/** The folders that are open in the editor. */
export class WorkspaceFolders {
  #folders: readonly URI[] = [];

  get all(): readonly URI[] {
    return this.#folders;
  }

  /** Adds and removes folders; one whose URI cannot be parsed is left out. */
  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uriKey(uri)));
    this.#folders = [
      ...this.#folders.filter((folder) => !gone.has(folder.toString())),
      ...added.flatMap(({ uri }: WorkspaceFolder) => parseUri(uri) ?? []),
    ];
  }

  /** The innermost folder that contains a file. */
  containing(file: URI): URI | undefined {
    return this.#folders
      .filter((folder) => relativePath(folder, file) !== undefined)
      .sort((a, b) => b.path.length - a.path.length)[0];
  }
}
