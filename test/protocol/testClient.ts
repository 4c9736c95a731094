import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import {
  type DraftChecked,
  DraftCheckedNotification,
  ReadersStartedNotification,
} from '../../protocol/requests.js';

/** The client capabilities that the server uses. */
export const CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'delete'] },
  },
  textDocument: {
    definition: { linkSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true, dataSupport: true },
  },
};

/** The initialization options of a client that shows fact sheets. */
export const WITH_FACT_SHEET = { commands: [SHOW_FACT_SHEET] };

/** Turns off all checks except names and sentences. */
export const QUIET = { claim: 'off', quote: 'off', reference: 'off' };

/** A client of the built server, which runs in a process of its own, over stdio. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly registrations: RegistrationParams['registrations'][number][] = [];
  readonly log: string[] = [];
  /** The notifications about checked drafts. */
  readonly checked: DraftChecked[] = [];
  /** Resolves to the server's report about the readers' engine, once that has read something. */
  readonly engine: Promise<string>;
  /** The kinds of the progress notifications, in order: begin, report, end. */
  readonly progress: string[] = [];
  /** True for a client that cancels progress as soon as it begins. */
  cancelsProgress = false;
  /** The answer to requests for settings; names and sentences are enough to see that checks run. */
  settings: unknown = { severity: QUIET };
  readonly #process: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  #wake: () => void = () => undefined;
  #refreshed: () => void = () => undefined;

  /** `environment` is added to that of this process. */
  constructor(command: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const [program = process.execPath, ...args] = command;
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    this.#process = child;
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.#published.push(params);
        this.#wake();
      },
    );
    this.connection.onNotification(DraftCheckedNotification, (event) => {
      this.checked.push(event);
    });
    this.engine = new Promise((resolve) =>
      this.connection.onNotification(ReadersStartedNotification, ({ engine }) => resolve(engine)),
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest(
      'client/registerCapability',
      ({ registrations }: RegistrationParams) => void this.registrations.push(...registrations),
    );
    this.connection.onRequest('client/unregisterCapability', () => undefined);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.#refreshed();
      return null;
    });
    this.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: { kind: string; message?: string } }) => {
        this.progress.push(value.kind);
        if (value.kind !== 'begin' || !this.cancelsProgress) return;
        void this.connection.sendNotification('window/workDoneProgress/cancel', { token });
      },
    );
    this.connection.listen();
  }

  /** The id of the server's process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  async start(
    folder: string | undefined,
    capabilities = CAPABILITIES,
    initializationOptions?: unknown,
  ): Promise<InitializeResult> {
    const result = await this.initialize(folder, capabilities, initializationOptions);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  /** Only the first half of `start`: the server has sent its capabilities and does nothing yet. */
  initialize(
    folder: string | undefined,
    capabilities = CAPABILITIES,
    initializationOptions?: unknown,
  ): Promise<InitializeResult> {
    return this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'beat' }],
    });
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  /** Resolves to the published diagnostics of a version of a document. */
  async diagnostics(
    uri: string,
    version: number | undefined,
    matches: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams['diagnostics']> {
    for (;;) {
      const found = this.#published.find(
        (params) => params.uri === uri && params.version === version && matches(params),
      );
      if (found !== undefined) return found.diagnostics;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Resolves when the server next asks for the diagnostics to be pulled again. Only the newest call resolves. */
  nextRefresh(): Promise<void> {
    return new Promise((resolve) => {
      this.#refreshed = resolve;
    });
  }

  /** Asks until an answer is final, again after each refresh: the readers may not have read everything at first. */
  async settled<Answer>(
    ask: () => Promise<Answer>,
    isFinal: (answer: Answer) => boolean,
  ): Promise<Answer> {
    for (;;) {
      const refreshed = this.nextRefresh();
      const answer = await ask();
      if (isFinal(answer)) return answer;
      await refreshed;
    }
  }

  /** The versions of a document that diagnostics were published for. */
  versions(uri: string): readonly (number | undefined)[] {
    return this.#published.filter((params) => params.uri === uri).map(({ version }) => version);
  }

  /** Sends a message unchanged. */
  write(body: string): void {
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Resolves to the exit status of a server that ends by itself. */
  async ended(): Promise<number | null> {
    if (this.#process.exitCode === null) await once(this.#process, 'exit');
    this.connection.dispose();
    return this.#process.exitCode;
  }

  /** Stops the server as an editor does; resolves to its exit status. */
  async end(): Promise<number | null> {
    const ended = once(this.#process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
    return this.#process.exitCode;
  }
}
