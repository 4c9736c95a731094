import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SUPPRESSIONS_FILE } from '../suppressions/suppressionsFile.js';
import { type LocatedSuppressions, pathFrom } from '../suppressions/findSuppressions.js';
import type { SuppressionsTarget } from '../features/codeActions/suppressionActions.js';
import type { DossierTarget } from '../features/codeActions/dossierActions.js';
import type { FileTarget } from '../features/codeActions/fileEdit.js';
import type { Snapshot, SessionHost } from './referenceStore.js';
import { isDossier } from '../reference/dossier.js';

/** Finds the files beside a draft that quick fixes write to. */
export class FileTargets {
  readonly #open: SessionHost['open'];
  readonly #documentAt: (uri: string) => TextDocument | undefined;

  /** @param documentAt A document that the editor holds open: its text counts before it is saved. */
  constructor(open: SessionHost['open'], documentAt: (uri: string) => TextDocument | undefined) {
    this.#open = open;
    this.#documentAt = documentAt;
  }

  /**
   * Where decisions about a draft go: the file that holds for it, else a new one in `folder`;
   * `undefined` where the draft lies in none that can be read.
   */
  decisions(
    draft: string,
    folder: string,
    found: LocatedSuppressions | undefined,
  ): SuppressionsTarget | undefined {
    const uri = found?.uri ?? this.#open(folder)?.uriOf(SUPPRESSIONS_FILE);
    if (uri === undefined) return undefined;
    return { ...this.#target(uri, found?.text), draft: pathFrom(uri, draft) };
  }

  /** Where new names go; `undefined` where nothing would read them from. Does not reject. */
  async dossier({ dossier }: Snapshot): Promise<DossierTarget | undefined> {
    if (dossier === undefined) return undefined;
    const { path, uri, read } = dossier;
    const target = this.#target(uri, await read());
    const { text } = target;
    // A file of that name that is something else is not to be written to.
    if (text !== undefined && text.trim() !== '' && !isDossier(text)) return undefined;
    return { ...target, path };
  }

  /** What an editor holds open is what its edits must fit. */
  #target(uri: string, saved: string | undefined): FileTarget {
    const open = this.#documentAt(uri);
    if (open === undefined) return { uri, text: saved, version: null };
    return { uri: open.uri, text: open.getText(), version: open.version };
  }
}
