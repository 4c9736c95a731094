import type { CancellationToken } from 'vscode-languageserver';

/** True for the token of a request that was cancelled. */
export function isCancelled(token: CancellationToken | undefined): boolean {
  return token?.isCancellationRequested === true;
}
