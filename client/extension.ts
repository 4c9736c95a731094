import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Views, activateClient } from './activation.js';

export { deactivate } from './activation.js';

/** Called by the editor on a desktop once, when the first Markdown file or a view opens. */
export function activate(context: ExtensionContext): Views {
  const server = {
    module: context.asAbsolutePath('dist/server.cjs'),
    transport: TransportKind.ipc,
  };
  return activateClient(
    context,
    (options) =>
      new LanguageClient('copydesk', 'Copydesk', { run: server, debug: server }, options),
  );
}
