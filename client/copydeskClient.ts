import {
  Disposable,
  type LogOutputChannel,
  type Memento,
  type Position,
  type TextDocument,
  type Uri,
  commands,
  window,
} from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { type Note, addSource } from './addSource.js';
import { offerToAssistants } from './assistants.js';
import { deleteCaches } from './caches.js';
import { clearedMessage } from './cachesMessage.js';
import {
  CHECK_CLAIM,
  FIND_IN_SOURCES,
  FIX_ALL,
  SECOND_OPINION,
  PLAY_RECORDING,
  SHOW_EVIDENCE,
  SHOW_FACT_SHEET,
  STORE_DECISION,
} from '../protocol/capabilityConstants.js';
import { DecisionFiles } from './decisionFiles.js';
import type { SignableEntry } from '../protocol/factSheet.js';
import { EntryAtRequest, ReadersStartedNotification } from '../protocol/requests.js';
import type { CommandLine } from './mcpServer.js';
import { RestartPolicy } from './restartPolicy.js';
import { CurrentDraft } from './views/currentDraft.js';
import { StatusBar } from './statusBar.js';
import { DRAFT_SELECTOR, OWN_FILES_SELECTOR } from './documentSelector.js';
import { exportFactSheet } from './views/factSheetExport.js';
import { openAsDraft } from './openAsDraft.js';
import { registerOwnModelCommands } from './ownModelCommands.js';
import { goToFinding } from './findings.js';
import { ClaimChecks } from './checkClaim.js';
import { OpenClaimMarks, goToNextClaim } from './openClaims.js';
import { SignOffs } from './signOffs.js';
import { provideSourceTexts } from './sourceTexts.js';
import { FactSheetView } from './views/factSheetView.js';
import { CursorsNotifier } from './cursors.js';
import { VisibleRangeNotifier } from './visibleRange.js';
import { NameSuggestions } from './nameSuggestions.js';
import { type SourcePlace, openSourceToSide, showDraft, sourcePlace } from './navigation.js';
import { playRecording } from './recordings.js';
import { withChecking, withEvidenceBeside } from './hoverParts.js';
import { UndoOffers } from './undoOffers.js';
import { ReferenceView } from './views/referenceView.js';
import { TimelineView } from './views/timelineView.js';

/** Creates a language client that starts its server on the desktop or in the browser. */
export type StartClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The language server with the views and commands that depend on it. Starts it, restarts it on demand and
 * after a crash, and shows its state in the output channel and the status bar.
 */
export class CopydeskClient implements Disposable {
  readonly #beforeStart: () => Promise<void> | undefined;
  readonly #output: LogOutputChannel;
  readonly #storage: Uri | undefined;
  readonly factSheet: FactSheetView;
  readonly reference: ReferenceView;
  readonly timeline: TimelineView;
  readonly #client: BaseLanguageClient;
  readonly #draft: CurrentDraft;
  readonly #status: StatusBar;
  readonly #disposables: Disposable;
  /** The last requested start or stop; each waits for the one before it. */
  #queue: Promise<void> = Promise.resolve();

  /**
   * @param extension The folder of the extension.
   * @param storage The folder for the server's caches; `undefined` if no workspace is open.
   * @param memento Storage that all folders share.
   * @param commandLine The command that ships with the extension; `undefined` if no process can be
   *   started.
   * @param beforeStart Called before each start of the server.
   */
  constructor(
    startClient: StartClient,
    output: LogOutputChannel,
    extension: Uri,
    storage: Uri | undefined,
    memento: Memento,
    commandLine?: CommandLine,
    beforeStart: () => Promise<void> | undefined = () => undefined,
  ) {
    this.#beforeStart = beforeStart;
    this.#output = output;
    this.#storage = storage;
    this.#client = startClient({
      documentSelector: [...DRAFT_SELECTOR, ...OWN_FILES_SELECTOR],
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: new RestartPolicy(),
      // The commands that the server may refer to, and the folder for its caches.
      initializationOptions: {
        commands: [
          SHOW_FACT_SHEET,
          SHOW_EVIDENCE,
          STORE_DECISION,
          CHECK_CLAIM,
          FIND_IN_SOURCES,
          SECOND_OPINION,
        ],
        storage: storage?.toString(),
      },
      middleware: {
        provideHover: async (document, position, token, next) => {
          const [hover, entry] = await Promise.all([
            next(document, position, token),
            this.#entryAt(document, position),
          ]);
          const shown = hover ? withEvidenceBeside(hover) : undefined;
          const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
          return entry === null ? shown : withChecking(shown, entry, uri);
        },
        handleWorkDoneProgress: (token, progress, next) => {
          this.#status.showProgress(progress);
          next(token, progress);
        },
      },
    });
    this.#draft = new CurrentDraft(this.#client);
    this.#status = new StatusBar(this.#draft);
    const decisionFiles = new DecisionFiles(this.#client);
    const undoOffers = new UndoOffers(this.#client, decisionFiles);
    const signOffs = new SignOffs(this.#client, decisionFiles, memento);
    this.factSheet = new FactSheetView(this.#client, this.#draft, undoOffers, signOffs, extension);
    this.reference = new ReferenceView(this.#client, this.#draft);
    this.timeline = new TimelineView(this.#client, this.#draft);
    this.#disposables = Disposable.from(
      this.#draft,
      this.#status,
      undoOffers,
      this.factSheet,
      this.reference,
      this.timeline,
      new ClaimChecks(this.#client, this.#draft, signOffs, this.factSheet),
      new OpenClaimMarks(this.#client, this.#draft, memento),
      provideSourceTexts(this.#client),
      commands.registerCommand('copydesk.exportFactSheet', (to?: Uri) =>
        exportFactSheet(this.#client, this.#draft, this.factSheet, to),
      ),
      commands.registerCommand('copydesk.goToNextClaim', () => this.#goToNextClaim()),
      commands.registerCommand('copydesk.addSource', (given?: readonly Uri[] | Note) =>
        addSource(this.#draft.uri, given),
      ),
      commands.registerCommand('copydesk.openAsDraft', (given?: Uri) =>
        openAsDraft(this.#client, given),
      ),
      commands.registerCommand('copydesk.goToNextFinding', () => this.#goToFinding('next')),
      commands.registerCommand('copydesk.goToPreviousFinding', () => this.#goToFinding('previous')),
      commands.registerCommand('copydesk.fixAll', () =>
        this.#inDraft('editor.action.sourceAction', { kind: FIX_ALL, apply: 'first' }),
      ),
      commands.registerCommand('copydesk.quickFix', () => this.#inDraft('editor.action.quickFix')),
      commands.registerCommand(
        'copydesk.openSourceToSide',
        ({ place }: { readonly place: SourcePlace }) => openSourceToSide(place, this.#draft.uri),
      ),
      commands.registerCommand(SHOW_EVIDENCE, (uri: string, line: number, sentence?: string) => {
        const place = sourcePlace(uri, line, sentence);
        return place && openSourceToSide(place, this.#draft.uri);
      }),
      commands.registerCommand(PLAY_RECORDING, playRecording),
      offerToAssistants({
        client: this.#client,
        document: () => this.#draft.uri,
        memento,
        commandLine,
      }),
      registerOwnModelCommands({
        client: this.#client,
        draft: this.#draft,
        memento,
        output,
        refresh: (isOffered) => this.factSheet.offerOpinions(isOffered),
      }),
      new NameSuggestions(this.#client),
      new VisibleRangeNotifier(this.#client),
      new CursorsNotifier(this.#client),
      this.#client.onNotification(ReadersStartedNotification, (event) =>
        this.#status.showEngine(event),
      ),
      this.#client.onDidChangeState(({ newState }) => {
        this.#status.showState(newState);
        if (newState !== State.Running) this.#draft.reset();
        if (newState === State.Running) output.info('The server is running.');
      }),
    );
  }

  /** Starts the server. Does not reject. */
  start(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#beforeStart();
      await this.#client.start();
    });
  }

  /** Stops the server and starts a new one. Does not reject. */
  restart(): Promise<void> {
    this.#output.info('Restarting the server…');
    void this.stop();
    return this.start();
  }

  /**
   * Clears the caches of the open folder, starts a new server and shows a message. Returns the
   * number of caches. Does not reject.
   */
  async clearCaches(): Promise<number> {
    const storage = this.#storage;
    let count = 0;
    // A server stores its readings when it stops, so stop it first.
    void this.stop();
    void this.#enqueue(async () => {
      try {
        count = storage === undefined ? 0 : await deleteCaches(storage);
        void window.showInformationMessage(clearedMessage(count));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`The caches could not be cleared (${reason}).`);
      }
    });
    await this.start();
    return count;
  }

  /** Stops the server. Does not reject. */
  stop(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#client.needsStop()) await this.#client.stop();
    });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #goToFinding(direction: 'next' | 'previous'): Promise<void> {
    const { uri } = this.#draft;
    if (uri !== undefined) await goToFinding(uri, direction);
  }

  async #goToNextClaim(): Promise<void> {
    const { uri } = this.#draft;
    if (uri !== undefined) await goToNextClaim(this.#client, uri);
  }

  /**
   * The entry at a place that a checker can decide on; `null` if there is none. Does not reject.
   */
  #entryAt(document: TextDocument, at: Position): Promise<SignableEntry | null> {
    const textDocument = this.#client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const position = this.#client.code2ProtocolConverter.asPosition(at);
    return this.#client.sendRequest(EntryAtRequest, { textDocument, position }).catch(() => null);
  }

  /** Runs an editor command in the draft, even if a walkthrough or a view has the focus. */
  async #inDraft(command: string, ...given: readonly unknown[]): Promise<void> {
    const { uri } = this.#draft;
    if (uri === undefined) return;
    await showDraft(uri);
    await commands.executeCommand(command, ...given);
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step).catch((error: unknown) => this.#reportFailure(error));
    return this.#queue;
  }

  #reportFailure(error: unknown): void {
    this.#status.showState(State.StartFailed);
    this.#output.error(
      'The server could not start. Run “Copydesk: Restart” to try again. Reason:',
      error instanceof Error ? error : String(error),
    );
    void window
      .showErrorMessage('Copydesk could not start, so your drafts are not checked.', 'Show Output')
      .then((answer) => {
        if (answer !== undefined) this.#output.show();
      });
  }
}
