import type { Diagnostic } from 'vscode-languageserver';
import type { Journal, ShowProgress } from './referenceStore.js';
import type { DraftChecked } from '../../protocol/requests.js';

/** What a server asks of the editor at the other end. */
export interface ClientApi {
  /** `version` is that of an open document; `undefined` for a file that is not open. */
  readonly publish: (
    uri: string,
    version: number | undefined,
    diagnostics: readonly Diagnostic[],
  ) => void;
  /** The settings under `copydesk` for a document. */
  readonly settings: (uri: string) => Promise<unknown>;
  /** Asks to be told when a file of these folders changes that matches the globs. */
  readonly watch: (folders: readonly string[], globs: readonly string[]) => void;
  /** Tells that what was asked for before may have another answer now. */
  readonly refresh: () => void;
  /** Tells that an open document was looked at. Called for a client that shows fact sheets only. */
  readonly draftChecked: (news: DraftChecked) => void;
  /** Shows the reporter a message. */
  readonly tell: (message: string) => void;
  readonly journal: Journal;
  readonly showProgress: ShowProgress;
}
