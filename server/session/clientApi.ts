import type { Diagnostic } from 'vscode-languageserver';
import type { OpinionsEditor } from './opinionsHost.js';
import type { ShowProgress } from './progressBar.js';
import type { DraftChecked, ReadersStarted } from '../../protocol/requests.js';

/** The log that a reporter can read in the editor. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** The editor that a session is connected to, as far as a session uses it. */
export interface ClientApi extends OpinionsEditor {
  /** `version` is that of the open document; `undefined` for a file that is not open. */
  readonly publish: (
    uri: string,
    version: number | undefined,
    diagnostics: readonly Diagnostic[],
  ) => void;
  /** The settings in the section `copydesk` for a document. */
  readonly settings: (uri: string) => Promise<unknown>;
  /** Watches the files in these folders that match the globs, instead of those watched before. */
  readonly watch: (folders: readonly string[], globs: readonly string[]) => void;
  /** Asks the client to request diagnostics, tokens and code lenses again. */
  readonly refresh: () => void;
  /** Asks the client to request only diagnostics again. */
  readonly refreshDiagnostics: () => void;
  /** Reports that an open document was checked. Only called for a client that shows fact sheets. */
  readonly draftChecked: (event: DraftChecked) => void;
  /** Reports which engine the readers run on. Only called for a client that shows fact sheets. */
  readonly readersStarted: (event: ReadersStarted) => void;
  /** Reports how many of the requests to a model about a draft are done. */
  readonly opinionProgress: (uri: string, done: number, all: number) => void;
  /** Shows a notification. */
  readonly showMessage: (message: string) => void;
  readonly log: Log;
  readonly showProgress: ShowProgress;
}
