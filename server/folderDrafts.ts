import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Standard, checkedDraft, isSameStandard } from './checkedDraft.js';
import { diagnosticsOf } from './features/diagnostics.js';
import { isDossier } from './reference/dossier.js';
import type { TextFiles } from './textFiles.js';

/** What may be a draft in a folder, where it is no source; as globs. */
export const DRAFT_FILES: readonly string[] = ['**/*.md', '**/*.markdown'];

/** No version that an editor gives: the fixes of what is not open fit nothing that is. */
const CLOSED = -1;

/** Finds and checks the drafts of a folder that no editor holds open. */
export class FolderDrafts {
  readonly #files: TextFiles;
  readonly #told = new Map<
    string,
    { readonly standard: Standard; readonly diagnostics: readonly Diagnostic[] }
  >();

  constructor(files: TextFiles) {
    this.#files = files;
  }

  /** The addresses of the drafts in a folder, open or not. Does not reject. */
  async find(folder: string, { shelf }: Standard): Promise<readonly string[]> {
    const found = await this.#files.find(folder, DRAFT_FILES);
    return found.filter((uri) => !shelf.holds(uri));
  }

  /**
   * True for a folder that has sources of its own. Others are not looked through: whoever opens a
   * folder with Markdown in it need not be a reporter. Does not reject.
   */
  async hasSources(folder: string, { settings }: Standard): Promise<boolean> {
    return (await this.#files.find(folder, settings.sources)).length > 0;
  }

  /**
   * The diagnostics of a draft, checked once until `forget` or until it is held against something
   * else; `undefined` for what is no draft. Does not reject.
   */
  async diagnostics(uri: string, standard: Standard): Promise<readonly Diagnostic[] | undefined> {
    const told = this.#told.get(uri);
    if (told !== undefined && isSameStandard(told.standard, standard)) return told.diagnostics;
    const text = await this.#files.text(uri);
    if (text === undefined || isDossier(text)) return undefined;
    const document = TextDocument.create(uri, 'markdown', CLOSED, text);
    const diagnostics = diagnosticsOf(checkedDraft(document, standard).draft);
    this.#told.set(uri, { standard, diagnostics });
    return diagnostics;
  }

  /** True for a draft that was checked here. */
  knows(uri: string): boolean {
    return this.#told.has(uri);
  }

  /** Makes the next call of `diagnostics` read a draft afresh. */
  forget(uri: string): void {
    this.#told.delete(uri);
  }
}
