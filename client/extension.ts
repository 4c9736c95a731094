import { commands, type ExtensionContext, window } from 'vscode';
import { Desk } from './desk.js';

let desk: Desk | undefined;

/** Called by the editor once, when the first Markdown file opens. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Copydesk', { log: true });
  const { version } = context.extension.packageJSON as { readonly version: string };
  output.info(
    `Copydesk ${version} reads along in Markdown drafts. Nothing you write leaves this machine.`,
  );
  const opened = new Desk(context.asAbsolutePath('dist/server.cjs'), output, context.storageUri);
  desk = opened;
  context.subscriptions.push(
    output,
    opened,
    commands.registerCommand('copydesk.restart', () => opened.restart()),
    commands.registerCommand('copydesk.showOutput', () => output.show()),
  );
  void opened.open();
}

/** Called by the editor when it closes or the extension is disabled. */
export async function deactivate(): Promise<void> {
  await desk?.close();
}
