import { commands, type ExtensionContext, window } from 'vscode';
import { Desk } from './desk.js';
import { type SourcePlace, openSourceToSide } from './places.js';
import { openSampleDraft } from './sampleDraft.js';

let desk: Desk | undefined;

/**
 * Called by the editor once, when the first Markdown file or a view opens. What it gives to other
 * extensions is its views.
 */
export function activate(context: ExtensionContext): Pick<Desk, 'factSheet' | 'reference'> {
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
    commands.registerCommand('copydesk.openSample', () => openSampleDraft(context.extensionUri)),
    commands.registerCommand('copydesk.restart', () => opened.restart()),
    commands.registerCommand('copydesk.showOutput', () => output.show()),
    commands.registerCommand(
      'copydesk.openSourceToSide',
      ({ place }: { readonly place: SourcePlace }) => openSourceToSide(place),
    ),
  );
  void opened.open();
  return { factSheet: opened.factSheet, reference: opened.reference };
}

/** Called by the editor when it closes or the extension is disabled. */
export async function deactivate(): Promise<void> {
  await desk?.close();
}
