import type { WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { type URI } from 'vscode-uri';
import { parseUri, relativePath } from '../workspace/uris.js';

/** The folders that are open in the editor. */
export class WorkspaceFolders {
  #folders: readonly URI[] = [];

  get all(): readonly URI[] {
    return this.#folders;
  }

  /** Adds and removes folders, each once; a folder whose URI cannot be parsed is left out. */
  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => folderKey(parseUri(uri))));
    const remaining = this.#folders.filter((folder) => !gone.has(folderKey(folder)));
    const all = [...remaining, ...added.flatMap(({ uri }: WorkspaceFolder) => parseUri(uri) ?? [])];
    this.#folders = [...new Map(all.map((folder) => [folderKey(folder), folder])).values()];
  }

  /** The innermost folder that contains a document. */
  of(uri: string): URI | undefined {
    const parsed = parseUri(uri);
    return parsed === undefined ? undefined : this.containing(parsed);
  }

  /** The innermost folder that contains a file. */
  containing(file: URI): URI | undefined {
    return this.#folders
      .filter((folder) => relativePath(folder, file) !== undefined)
      .sort((a, b) => b.path.length - a.path.length)[0];
  }
}

/** The same for all spellings of a folder: with and without a slash at the end. */
function folderKey(folder: URI | undefined): string {
  if (folder === undefined) return '';
  const path = folder.path.endsWith('/') ? folder.path.slice(0, -1) : folder.path;
  return folder.with({ path }).toString();
}
