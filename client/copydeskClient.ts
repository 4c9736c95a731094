import { Disposable, type LogOutputChannel, type Uri, commands, l10n, window } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { RestartPolicy } from './restartPolicy.js';
import { CurrentDraft } from './views/currentDraft.js';
import { StatusBar } from './statusBar.js';
import { SUPPRESSIONS_SELECTOR, DRAFT_SELECTOR } from './documentSelector.js';
import { exportFactSheet } from './views/factSheetExport.js';
import { FactSheetView } from './views/factSheetView.js';
import { VisibleRangeNotifier } from './visibleRange.js';
import { NameSuggestions } from './nameSuggestions.js';
import { showDraft } from './navigation.js';
import { ReferenceView } from './views/referenceView.js';

/** Makes the client of a server, which it starts where that can run. */
export type StartClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The language server as the editor sees it: started once, started afresh on demand and after a
 * crash, and open about its state in the output channel and the status.
 */
export class CopydeskClient implements Disposable {
  readonly #output: LogOutputChannel;
  readonly factSheet: FactSheetView;
  readonly reference: ReferenceView;
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #status: StatusBar;
  readonly #shown: Disposable;
  /** The last of the steps asked for; each waits for the one before it. */
  #step: Promise<void> = Promise.resolve();

  /** @param storage The folder in which the server may keep what it learned; none without a workspace. */
  constructor(startClient: StartClient, output: LogOutputChannel, storage: Uri | undefined) {
    this.#output = output;
    this.#client = startClient({
      documentSelector: [...DRAFT_SELECTOR, ...SUPPRESSIONS_SELECTOR],
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: new RestartPolicy(),
      // What the server may lead to, and where it may keep what it learned.
      initializationOptions: {
        commands: ['copydesk.showFactSheet'],
        storage: storage?.toString(),
      },
      middleware: {
        handleWorkDoneProgress: (token, progress, next) => {
          this.#status.learn(progress);
          next(token, progress);
        },
      },
    });
    this.#draft = new CurrentDraft(this.#client);
    this.#status = new StatusBar(this.#draft);
    this.factSheet = new FactSheetView(this.#client, this.#draft);
    this.reference = new ReferenceView(this.#client, this.#draft);
    this.#shown = Disposable.from(
      this.#draft,
      this.#status,
      this.factSheet,
      this.reference,
      commands.registerCommand('copydesk.exportFactSheet', (to?: Uri) =>
        exportFactSheet(this.#client, this.#draft, to),
      ),
      commands.registerCommand('copydesk.goToNextMark', () =>
        this.#inDraft('editor.action.marker.next'),
      ),
      commands.registerCommand('copydesk.mendMark', () => this.#inDraft('editor.action.quickFix')),
      new NameSuggestions(this.#client),
      new VisibleRangeNotifier(this.#client),
      this.#client.onDidChangeState(({ newState }) => {
        this.#status.show(newState);
        if (newState !== State.Running) this.#draft.reset();
        if (newState === State.Running) output.info('The checks are running.');
      }),
    );
  }

  /** Starts the server. Cannot reject. */
  open(): Promise<void> {
    return this.#then(() => this.#client.start());
  }

  /** Stops the server and starts it afresh. Cannot reject. */
  restart(): Promise<void> {
    this.#output.info('The checks start afresh, as you asked.');
    void this.close();
    return this.open();
  }

  /** Stops the server. Cannot reject. */
  close(): Promise<void> {
    return this.#then(async () => {
      if (this.#client.needsStop()) await this.#client.stop();
    });
  }

  dispose(): void {
    this.#shown.dispose();
  }

  /** Runs what needs the cursor, also from beside the draft, as from a walkthrough or a view. */
  async #inDraft(command: string): Promise<void> {
    const { uri } = this.#draft;
    if (uri === undefined) return;
    await showDraft(uri);
    await commands.executeCommand(command);
  }

  #then(step: () => Promise<void>): Promise<void> {
    this.#step = this.#step.then(step).catch((error: unknown) => this.#explain(error));
    return this.#step;
  }

  #explain(error: unknown): void {
    this.#status.show(State.StartFailed);
    this.#output.error(
      'The checks could not start. “Copydesk: Restart” tries again. The reason:',
      error instanceof Error ? error : String(error),
    );
    void window
      .showErrorMessage(
        l10n.t('Copydesk could not start, so this draft is not checked.'),
        l10n.t('Show Output'),
      )
      .then((answer) => {
        if (answer !== undefined) this.#output.show();
      });
  }
}
