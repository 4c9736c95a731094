import { commands, type ExtensionContext, window } from 'vscode';
import { CopydeskClient, type StartClient } from './copydeskClient.js';
import { type SourcePlace, openSourceToSide } from './navigation.js';
import { openSampleDraft } from './sampleDraft.js';

let desk: CopydeskClient | undefined;

/** What the extension gives to other extensions: its views. */
export type Views = Pick<CopydeskClient, 'factSheet' | 'reference'>;

/** Opens the desk, wherever its server runs. */
export function activateClient(context: ExtensionContext, startClient: StartClient): Views {
  const output = window.createOutputChannel('Copydesk', { log: true });
  const { version } = context.extension.packageJSON as { readonly version: string };
  output.info(
    `Copydesk ${version} reads along in Markdown drafts. Nothing you write leaves this machine.`,
  );
  const opened = new CopydeskClient(startClient, output, context.storageUri);
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
