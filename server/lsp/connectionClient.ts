import {
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
import type { Journal, ProgressBar } from '../session/referenceStore.js';
import { type DraftChecked, DraftCheckedNotification } from '../../protocol/requests.js';

const SECTION = 'copydesk';

/** The editor at the other end of a connection, asked for no more than it says it can do. */
export class ConnectionClient implements ClientApi {
  readonly journal: Journal;
  readonly #connection: Connection;
  #capabilities: ClientCapabilities = {};
  /** What an editor that cannot be asked for its settings has sent of its own accord. */
  #sentSettings: unknown;
  #watching: Promise<Disposable> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.journal = connection.console;
  }

  initialize({ capabilities, initializationOptions }: InitializeParams): void {
    this.#capabilities = capabilities;
    this.#sentSettings = initializationOptions;
  }

  /** Asks for what can only be asked for once the editor is ready. */
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

  draftChecked(news: DraftChecked): void {
    void this.#connection.sendNotification(DraftCheckedNotification, news);
  }

  tell(message: string): void {
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
    if (workspace?.diagnostics?.refreshSupport === true) {
      void this.#connection.sendRequest(DiagnosticRefreshRequest.type);
    }
  }

  readonly showProgress = async (title: string): Promise<ProgressBar | undefined> => {
    if (this.#capabilities.window?.workDoneProgress !== true) return undefined;
    try {
      const bar = await this.#connection.window.createWorkDoneProgress();
      bar.begin(title, 0, undefined, true);
      return {
        report: (done, all) => bar.report(Math.floor((100 * done) / all), `${done} of ${all}`),
        isCancelled: () => bar.token.isCancellationRequested,
        end: () => bar.done(),
      };
    } catch {
      // An editor that offers bars may still refuse one.
      return undefined;
    }
  };

  watch(folders: readonly string[], globs: readonly string[]): void {
    const { dynamicRegistration, relativePatternSupport } =
      this.#capabilities.workspace?.didChangeWatchedFiles ?? {};
    if (dynamicRegistration !== true) return;
    void this.#watching?.then((watch) => watch.dispose());
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
