import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

const PERIOD_MILLISECONDS = 3 * 60 * 1000;
const MAX_CRASHES = 4;

/** Restarts a crashed server, unless it crashes again and again. */
export class RestartPolicy implements ErrorHandler {
  #crashes: readonly number[] = [];

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < PERIOD_MILLISECONDS), now];
    return this.#crashes.length < MAX_CRASHES
      ? {
          action: CloseAction.Restart,
          message: 'Copydesk stopped unexpectedly and is restarting. Your text is safe.',
          handled: true,
        }
      : {
          action: CloseAction.DoNotRestart,
          message: `Copydesk stopped unexpectedly ${MAX_CRASHES} times within three minutes and was not restarted, so drafts are not checked. Run “Copydesk: Restart” to try again, or “Copydesk: Show Output” for details.`,
        };
  }
}
