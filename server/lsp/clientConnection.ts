import {
  CancellationTokenSource,
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DiagnosticRefreshRequest,
  type Disposable,
  type FileSystemWatcher,
  type InitializeParams,
  MessageType,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { ClientApi } from '../session/clientApi.js';
import type { Log } from '../session/clientApi.js';
import type { ProgressBar } from '../session/progressBar.js';
import {
  type AskModelParams,
  AskModelRequest,
  type ModelReply,
  SecondOpinionProgressNotification,
} from '../../protocol/modelRequests.js';
import {
  type DraftChecked,
  DraftCheckedNotification,
  type ReadersStarted,
  ReadersStartedNotification,
} from '../../protocol/requests.js';

const SECTION = 'copydesk';

/** The editor at the other end of a connection. Only the capabilities that it declares are used. */
export class ClientConnection implements ClientApi {
  readonly log: Log;
  readonly #connection: Connection;
  #capabilities: ClientCapabilities = {};
  /** The settings from an editor that does not answer requests for them. */
  #sentSettings: unknown;
  #watching: Promise<Disposable> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.log = connection.console;
  }

  initialize({ capabilities, initializationOptions }: InitializeParams): void {
    this.#capabilities = capabilities;
    this.#sentSettings = initializationOptions;
  }

  /** Subscribes to changes of the settings; only possible once the editor is initialized. */
  registerForSettings(): void {
    if (this.#capabilities.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
    void this.#connection.client.register(DidChangeConfigurationNotification.type, {
      section: SECTION,
    });
  }

  receiveSettings(settings: unknown): void {
    if (typeof settings === 'object' && settings !== null && SECTION in settings) {
      this.#sentSettings = settings[SECTION];
    }
  }

  async settings(uri: string): Promise<unknown> {
    if (this.#capabilities.workspace?.configuration !== true) return this.#sentSettings;
    const settings: unknown = await this.#connection.workspace.getConfiguration({
      scopeUri: uri,
      section: SECTION,
    });
    return settings;
  }

  publish(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    void this.#connection.sendDiagnostics({
      uri,
      ...(version === undefined ? {} : { version }),
      diagnostics: [...diagnostics],
    });
  }

  draftChecked(event: DraftChecked): void {
    void this.#connection.sendNotification(DraftCheckedNotification, event);
  }

  readersStarted(event: ReadersStarted): void {
    void this.#connection.sendNotification(ReadersStartedNotification, event);
  }

  readonly askModel = async (params: AskModelParams, signal: AbortSignal): Promise<ModelReply> => {
    const source = new CancellationTokenSource();
    const cancel = (): void => source.cancel();
    signal.addEventListener('abort', cancel);
    try {
      return await this.#connection.sendRequest(AskModelRequest, params, source.token);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };

  opinionProgress(uri: string, done: number, all: number): void {
    void this.#connection.sendNotification(SecondOpinionProgressNotification, { uri, done, all });
  }

  showMessage(message: string): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Info,
      message,
    });
  }

  refresh(): void {
    const { workspace } = this.#capabilities;
    if (workspace?.semanticTokens?.refreshSupport === true) {
      void this.#connection.sendRequest(SemanticTokensRefreshRequest.type);
    }
    if (workspace?.codeLens?.refreshSupport === true) {
      void this.#connection.sendRequest(CodeLensRefreshRequest.type);
    }
    this.refreshDiagnostics();
  }

  refreshDiagnostics(): void {
    if (this.#capabilities.workspace?.diagnostics?.refreshSupport !== true) return;
    void this.#connection.sendRequest(DiagnosticRefreshRequest.type);
  }

  readonly showProgress = async (title: string): Promise<ProgressBar | undefined> => {
    if (this.#capabilities.window?.workDoneProgress !== true) return undefined;
    try {
      const bar = await this.#connection.window.createWorkDoneProgress();
      bar.begin(title, 0, undefined, true);
      return {
        report: (done, total) =>
          bar.report(Math.floor((100 * done) / total), `${done} of ${total}`),
        isCancelled: () => bar.token.isCancellationRequested,
        onCancel: (stop) => void bar.token.onCancellationRequested(stop),
        end: () => bar.done(),
      };
    } catch {
      // An editor that supports progress bars may still reject one.
      return undefined;
    }
  };

  watch(folders: readonly string[], globs: readonly string[]): void {
    const { dynamicRegistration, relativePatternSupport } =
      this.#capabilities.workspace?.didChangeWatchedFiles ?? {};
    if (dynamicRegistration !== true) return;
    void this.#watching?.then((registration) => registration.dispose());
    this.#watching = undefined;
    const watchers: readonly FileSystemWatcher[] =
      relativePatternSupport === true
        ? folders.flatMap((baseUri) =>
            globs.map((pattern) => ({ globPattern: { baseUri, pattern } })),
          )
        : globs.map((pattern) => ({ globPattern: `**/${pattern}` }));
    if (watchers.length === 0) return;
    this.#watching = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [...watchers],
    });
  }
}
