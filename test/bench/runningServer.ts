import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import { TestClient } from '../protocol/testClient.js';
import type { Article } from './corpus.js';
import type { Keystroke } from './keystrokes.js';
import { residentMemory } from './residentMemory.js';

const SERVER = [process.execPath, 'dist/server.cjs', '--stdio'];

/** A client that asks for diagnostics, so that each can be timed, and again when more of them are shown. */
const ASKS: ClientCapabilities = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {}, completion: {}, definition: { linkSupport: true } },
};

/** A source about another subject than the drafts, so that it covers none of them. */
export const UNRELATED: readonly Article[] = [
  { name: 'summit.md', text: readFileSync('reference/astana-summit.md', 'utf8') },
];

/** How to start a server. */
export interface ServerOptions {
  /** The path of the folder for its caches; without it nothing is kept. */
  readonly storage?: string;
  /** On by default, as in the editor. */
  readonly sentenceReader?: 'on' | 'off';
}

/** The built server in a process of its own, asked over stdio as an editor asks. */
export class RunningServer {
  readonly #client: TestClient;
  readonly #folder: string | undefined;
  #opened = 0;

  private constructor(folder: string | undefined) {
    this.#folder = folder;
    this.#client = new TestClient(SERVER);
  }

  /** Starts a server; resolves once it has answered `initialize`. */
  static async start(
    sources: readonly Article[] = [],
    { storage, sentenceReader = 'on' }: ServerOptions = {},
  ): Promise<RunningServer> {
    const folder = sources.length === 0 ? undefined : folderWith(sources);
    const server = new RunningServer(folder);
    server.#client.settings = { sentenceReader };
    await server.#client.start(
      folder === undefined ? undefined : pathToFileURL(folder).href,
      ASKS,
      {
        commands: [SHOW_FACT_SHEET],
        storage: storage === undefined ? undefined : pathToFileURL(storage).href,
      },
    );
    return server;
  }

  /** Opens a draft; resolves once it was checked in full, by the first reading. */
  async open(text: string): Promise<OpenDraft> {
    const name = `draft-${this.#opened++}.md`;
    const uri =
      this.#folder === undefined
        ? `memory:///${name}`
        : pathToFileURL(join(this.#folder, name)).href;
    await this.#client.open(uri, text);
    const draft = new OpenDraft(this.#client, TextDocument.create(uri, 'markdown', 1, text));
    await draft.check();
    return draft;
  }

  /** Its resident memory, in megabytes. */
  get memory(): number {
    return residentMemory(this.#client.pid ?? 0);
  }

  async end(): Promise<void> {
    await this.#client.end();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true });
  }
}

/** A draft that a running server has open. */
export class OpenDraft {
  readonly #client: TestClient;
  #document: TextDocument;
  #diagnostics: readonly Diagnostic[] = [];

  constructor(client: TestClient, document: TextDocument) {
    this.#client = client;
    this.#document = document;
  }

  get text(): string {
    return this.#document.getText();
  }

  /** The diagnostics of the last check. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /**
   * Resolves once the diagnostics of the typed text have arrived. It first requests the places of a
   * name where there is none: that waits for the check, but not for a pause in the typing.
   */
  async type(key: Keystroke): Promise<void> {
    await this.change(key);
    await this.ask('documentHighlight', { position: { line: 0, character: 0 } });
    await this.check();
  }

  /** Sends a change without waiting for its diagnostics. */
  async change({ start, end, typed }: Keystroke): Promise<void> {
    const range = {
      start: this.#document.positionAt(start),
      end: this.#document.positionAt(end),
    };
    const version = this.#document.version + 1;
    const contentChanges = [{ range, text: typed }];
    this.#document = TextDocument.update(this.#document, contentChanges, version);
    await this.#client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#document.uri, version },
      contentChanges,
    });
  }

  /**
   * Resolves once its diagnostics have arrived; after a change the server waits for a pause in the
   * typing.
   */
  async check(): Promise<void> {
    const report = await this.ask<DocumentDiagnosticReport>('diagnostic', {});
    if (report.kind === 'full') this.#diagnostics = report.items;
  }

  /** Resolves once the sentence reader has read this version and its diagnostics are there. */
  async read(): Promise<void> {
    for (;;) {
      const refreshed = this.#client.nextRefresh();
      await this.check();
      if (this.unread === 0) return;
      await refreshed;
    }
  }

  /**
   * The number of sentences of this version that have not been read yet; `undefined` if it was not
   * checked yet.
   */
  get unread(): number | undefined {
    const { uri, version } = this.#document;
    const last = this.#client.checked.findLast((event) => event.uri === uri);
    return last?.version === version ? last.draft?.unread : undefined;
  }

  /** Resolves to the answer to a request about this draft. */
  ask<Answer>(method: string, params: object): Promise<Answer> {
    return this.#client.connection.sendRequest<Answer>(`textDocument/${method}`, {
      textDocument: { uri: this.#document.uri },
      ...params,
    });
  }

  positionAt(offset: number): { readonly line: number; readonly character: number } {
    return this.#document.positionAt(offset);
  }

  close(): Promise<void> {
    return this.#client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.#document.uri },
    });
  }
}

/** A folder of its own that has these sources. */
function folderWith(sources: readonly Article[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  mkdirSync(join(folder, 'sources'));
  for (const { name, text } of sources) writeFileSync(join(folder, 'sources', name), text);
  return folder;
}
