import { l10n } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

const PATIENCE_MILLISECONDS = 3 * 60 * 1000;
const MOST_CRASHES = 4;

/** Starts a crashed server again, unless it crashes over and over. */
export class RestartPolicy implements ErrorHandler {
  #crashes: readonly number[] = [];

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < PATIENCE_MILLISECONDS), now];
    return this.#crashes.length < MOST_CRASHES
      ? {
          action: CloseAction.Restart,
          message: l10n.t(
            'The checks stopped unexpectedly and are starting again. Your text is safe.',
          ),
          handled: true,
        }
      : {
          action: CloseAction.DoNotRestart,
          message: l10n.t(
            'Copydesk stopped {0} times within three minutes and stays off, so drafts are not checked. “Copydesk: Restart” tries again; “Copydesk: Show Output” says more.',
            MOST_CRASHES,
          ),
        };
  }
}
