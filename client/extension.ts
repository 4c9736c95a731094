import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Views, activateClient } from './activation.js';

export { deactivate } from './activation.js';

/** Called once by the editor on the desktop, when the first Markdown file or a view is opened. */
export function activate(context: ExtensionContext): Views {
  return activateClient(
    context,
    (options, environment) => {
      const server = {
        module: context.asAbsolutePath('dist/server.cjs'),
        transport: TransportKind.ipc,
        options: {
          // Read at each start.
          get env() {
            return environment();
          },
        },
      };
      return new LanguageClient('copydesk', 'Copydesk', { run: server, debug: server }, options);
    },
    { node: process.execPath, script: context.asAbsolutePath('dist/cli.cjs') },
  );
}
