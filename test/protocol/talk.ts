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
import { type DraftChecked, DraftCheckedNotification } from '../../protocol/requests.js';

/** What a client can do that this server makes use of. */
export const CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    definition: { linkSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true, dataSupport: true },
  },
};

/** Severities that keep the other checks silent. */
export const QUIET = { claim: 'off', quote: 'off', reference: 'off' };

/** A client that talks to the built server, running as a process of its own, over stdio. */
export class Talk {
  readonly connection: ProtocolConnection;
  readonly registrations: RegistrationParams['registrations'][number][] = [];
  readonly log: string[] = [];
  /** What was told of drafts. */
  readonly checked: DraftChecked[] = [];
  /** What it was told of progress, in order: begin, report, end. */
  readonly progress: string[] = [];
  /** True for a client that cancels what shows progress as soon as it begins. */
  cancels = false;
  /** What it answers when asked; names and sentences are enough to tell that checks run. */
  settings: unknown = { severity: QUIET };
  readonly #process: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  #wake: () => void = () => undefined;

  constructor(command: readonly string[]) {
    const [program = process.execPath, ...args] = command;
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
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
    this.connection.onNotification(DraftCheckedNotification, (news) => {
      this.checked.push(news);
    });
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
    this.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: { kind: string; message?: string } }) => {
        this.progress.push(value.kind);
        if (value.kind !== 'begin' || !this.cancels) return;
        void this.connection.sendNotification('window/workDoneProgress/cancel', { token });
      },
    );
    this.connection.listen();
  }

  /** The server's process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  async start(
    folder: string | undefined,
    capabilities = CAPABILITIES,
    initializationOptions?: unknown,
  ): Promise<InitializeResult> {
    const result = await this.introduce(folder, capabilities, initializationOptions);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  /** The first half of `start`: what the server can do is known, and it does nothing yet. */
  introduce(
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

  /** The diagnostics of a version of a document, once they are there. */
  async diagnostics(
    uri: string,
    version: number | undefined,
    like: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams['diagnostics']> {
    for (;;) {
      const found = this.#published.find(
        (params) => params.uri === uri && params.version === version && like(params),
      );
      if (found !== undefined) return found.diagnostics;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Every version that was published of a document. */
  versions(uri: string): readonly (number | undefined)[] {
    return this.#published.filter((params) => params.uri === uri).map(({ version }) => version);
  }

  /** Ends the server as an editor does; resolves to its exit status. */
  async end(): Promise<number | null> {
    const ended = once(this.#process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
    return this.#process.exitCode;
  }
}
