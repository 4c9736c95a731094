import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import { SUPPRESSIONS_FILE } from '../suppressions/suppressionsFile.js';
import { type LocatedSuppressions, draftPathFrom } from '../suppressions/locateSuppressions.js';
import type { SuppressionsTarget } from '../features/codeActions/suppressionActions.js';
import type { DossierTarget } from '../features/codeActions/dossierActions.js';
import type { FileTarget } from '../features/codeActions/fileEdit.js';
import type { Snapshot } from './snapshot.js';
import type { SessionHost } from './sessionHost.js';
import { SIGN_OFF_FILE } from '../features/factSheet/signOffFile.js';
import type { SignOffTarget } from '../features/factSheet/signOffEdit.js';
import { UnreadableError, type Workspace } from '../workspace/workspace.js';
import { fileNameOf, parentFolder } from '../workspace/uris.js';
import { isDossier } from '../reference/dossier.js';

/** Finds the files beside a draft that quick fixes edit. */
export class FileTargets {
  readonly #open: SessionHost['open'];
  readonly #documentAt: (uri: string) => TextDocument | undefined;

  /** @param documentAt A document that is open in the editor; its unsaved text counts. */
  constructor(open: SessionHost['open'], documentAt: (uri: string) => TextDocument | undefined) {
    this.#open = open;
    this.#documentAt = documentAt;
  }

  /**
   * The file that suppressions for a draft are added to: the file that already applies to it,
   * otherwise a new one in its workspace folder, or beside a draft outside of all folders;
   * `undefined` if nothing can be read there, for example because a link leads elsewhere.
   */
  suppressionsTarget(
    draft: string,
    workspaceFolder: URI | undefined,
    located: LocatedSuppressions | undefined,
  ): SuppressionsTarget | undefined {
    if (located?.isReadable === false) return undefined;
    const folder = workspaceFolder ?? parentFolder(draft);
    const workspace = folder && this.#open(folder);
    const uri = located?.uri ?? workspace?.uriOf(SUPPRESSIONS_FILE);
    if (uri === undefined) return undefined;
    return { ...this.#target(uri, located?.text), draft: draftPathFrom(uri, draft) };
  }

  /** The dossier that new names are added to; `undefined` if none would or can be read. Does not reject. */
  async dossierTarget({ dossier }: Snapshot): Promise<DossierTarget | undefined> {
    if (dossier === undefined) return undefined;
    const { path, uri, read } = dossier;
    const found = await this.#savedTarget(uri, read);
    if (found === 'unreadable') return undefined;
    const target = found ?? this.#target(uri, undefined);
    const { text } = target;
    // Another kind of file may have the name of the dossier; it must not be edited.
    if (text !== undefined && text.trim() !== '' && !isDossier(text)) return undefined;
    return { ...target, path };
  }

  /**
   * The sign-off file of a draft: the nearest one in its folder or above, otherwise a new one in
   * its workspace folder, or beside a draft outside of all folders; `undefined` if it cannot be
   * read or the draft is in no folder. Does not reject.
   */
  async signOffTarget(
    draft: string,
    workspaceFolder: URI | undefined,
  ): Promise<SignOffTarget | undefined> {
    const folder = parentFolder(draft);
    const workspace = folder && this.#open(folder);
    if (workspace === undefined) return undefined;
    const found = await this.#nearest(workspace, draft, SIGN_OFF_FILE);
    if (found === 'unreadable') return undefined;
    const home = workspaceFolder === undefined ? workspace : this.#open(workspaceFolder);
    const target = found ?? (home && this.#target(home.uriOf(SIGN_OFF_FILE), undefined));
    const path = target && draftPathFrom(target.uri, draft);
    return target === undefined || path === undefined ? undefined : { ...target, draft: path };
  }

  /**
   * The file with a name in the folder of a document, otherwise the nearest one above it;
   * `undefined` if there is none.
   */
  async #nearest(
    workspace: Workspace,
    document: string,
    name: string,
  ): Promise<FileTarget | 'unreadable' | undefined> {
    for (const path of workspace.ancestorPaths(fileNameOf(document), name)) {
      const found = await this.#savedTarget(workspace.uriOf(path), () => workspace.readText(path));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * A saved file; `undefined` if there is none. A file that exists but cannot be read must not be
   * written to.
   */
  async #savedTarget(
    uri: string,
    read: () => Promise<string>,
  ): Promise<FileTarget | 'unreadable' | undefined> {
    try {
      return this.#target(uri, await read());
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return error.isMissing ? undefined : 'unreadable';
    }
  }

  /** An edit of an open document must match the text in the editor. */
  #target(uri: string, saved: string | undefined): FileTarget {
    const open = this.#documentAt(uri);
    if (open === undefined) return { uri, text: saved, version: null };
    return { uri: open.uri, text: open.getText(), version: open.version };
  }
}
