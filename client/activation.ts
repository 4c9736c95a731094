import { commands, type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ChosenArchive, explainNoArchive } from './archive.js';
import type { ArchiveEnvironment } from './archiveChoice.js';
import { CopydeskClient } from './copydeskClient.js';
import type { CommandLine } from './mcpServer.js';
import { askAboutOtherSpellCheckers } from './otherSpellCheckers.js';
import { newStoryFolder } from './newStoryFolder.js';
import { openSampleDraft } from './sampleDraft.js';

/** How long after the start the reporter is asked about other spell checkers, in milliseconds. */
const ASK_AFTER = 30_000;

let client: CopydeskClient | undefined;

/** What the extension exports to other extensions: its views. */
export type Views = Pick<CopydeskClient, 'factSheet' | 'reference' | 'timeline'>;

/**
 * Starts the client with a server on the desktop or in the browser.
 *
 * @param startClient Its second argument returns the environment variables to add at each start of
 *   the server.
 * @param command The command that ships with the extension; left out if no process can be started.
 */
export function activateClient(
  context: ExtensionContext,
  startClient: (
    options: LanguageClientOptions,
    environment: () => ArchiveEnvironment,
  ) => BaseLanguageClient,
  command?: Omit<CommandLine, 'version'>,
): Views {
  const output = window.createOutputChannel('Copydesk', { log: true });
  const { version } = context.extension.packageJSON as { readonly version: string };
  output.info(`Copydesk ${version} checks Markdown drafts as you write, on this machine.`);
  const archive =
    command &&
    new ChosenArchive({
      secrets: context.secrets,
      memento: context.globalState,
      output,
      restart: () => void started.restart(),
    });
  const started: CopydeskClient = new CopydeskClient(
    (options) => startClient(options, () => archive?.environment ?? {}),
    output,
    context.extensionUri,
    context.storageUri,
    context.globalState,
    command && { ...command, version },
    () => archive?.load(),
  );
  client = started;
  context.subscriptions.push(
    output,
    archive ?? explainNoArchive(),
    started,
    commands.registerCommand('copydesk.openSample', () => openSampleDraft(context.extensionUri)),
    commands.registerCommand('copydesk.newStoryFolder', newStoryFolder),
    commands.registerCommand('copydesk.restart', () => started.restart()),
    commands.registerCommand('copydesk.clearCaches', () => started.clearCaches()),
    commands.registerCommand('copydesk.showOutput', () => output.show()),
  );
  void started.start().then(() => archive?.update());
  // By then the other extensions have started too.
  const asking = setTimeout(() => void askAboutOtherSpellCheckers(context), ASK_AFTER);
  context.subscriptions.push({ dispose: () => clearTimeout(asking) });
  const { factSheet, reference, timeline } = started;
  return { factSheet, reference, timeline };
}

/** Called by the editor when it closes or when the extension is disabled. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
