import type { ExtensionContext } from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { type Views, activateClient } from './activation.js';

export { deactivate } from './activation.js';

/**
 * The port on which a debugger finds the server while the extension itself is debugged;
 * `.vscode/launch.json` attaches to it.
 */
const INSPECTOR_PORT = 6009;

/** Called once by the editor on the desktop, when the first Markdown file or a view is opened. */
export function activate(context: ExtensionContext): Views {
  return activateClient(
    context,
    (options, environment) => {
      const server = (execArgv: readonly string[]): NodeModule => ({
        module: context.asAbsolutePath('dist/server.cjs'),
        transport: TransportKind.ipc,
        options: {
          execArgv: [...execArgv],
          // Read at each start.
          get env() {
            return environment();
          },
        },
      });
      const servers = { run: server([]), debug: server([`--inspect=${INSPECTOR_PORT}`]) };
      return new LanguageClient('copydesk', 'Copydesk', servers, options);
    },
    { node: process.execPath, script: context.asAbsolutePath('dist/cli.cjs') },
  );
}
