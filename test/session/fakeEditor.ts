import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Archive } from '../../server/archive/archive.js';
import type { DraftChecked } from '../../protocol/requests.js';
import { type Handlers, handlersOf } from '../../server/lsp/messages/handlers.js';
import type { ReadingQueue } from '../../server/inference/readingQueue.js';
import type { ReaderReports } from '../../server/inference/workerReader.js';
import { createReference } from '../../server/reference/reference.js';
import type { ClientApi } from '../../server/session/clientApi.js';
import type { OpinionsHost } from '../../server/session/opinionsHost.js';
import { openSecondOpinions } from '../../server/session/secondOpinions.js';
import { Session } from '../../server/session/session.js';
import type { Workspace } from '../../server/workspace/workspace.js';
import { INGEST_HOST } from '../ingestHost.js';
import type { MemoryIndexCache } from '../memoryCache.js';
import { SAMPLE } from '../regatta.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import { Timers } from './timers.js';

/** The URI of the folder that a fake editor opens. */
export const FOLDER = 'memory:///';

/** The URI of the draft that a fake editor opens. */
export const DRAFT = `${FOLDER}draft.md`;

/** The token of a request that is not cancelled. */
export const UNCANCELLED = new CancellationTokenSource().token;

/** Diagnostics that a session published. */
export interface Publication {
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The initial state of a fake editor. */
export interface FakeEditorOptions {
  /** The files of the workspace, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The URIs of the workspace folders. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly settings?: unknown;
  readonly cache?: MemoryIndexCache;
  /** The sentence reader; there is none by default. */
  readonly reader?: ReadingQueue;
  /** Connects to the newsroom's archive; there is none by default. */
  readonly openArchive?: () => Promise<Pick<Archive, 'search' | 'close'>>;
  /** The machine's parts for second opinions; none by default. */
  readonly opinions?: OpinionsHost;
}

/** An editor connected to a session, with time under the control of the test. */
export class FakeEditor {
  readonly timers = new Timers();
  readonly published: Publication[] = [];
  readonly checked: DraftChecked[] = [];
  /** The readers' engine as reported to the client. */
  readonly engines: string[] = [];
  /** All messages of the log and all notifications. */
  readonly messages: string[] = [];
  /** The globs of each call of `watch`. */
  readonly watched: (readonly string[])[] = [];
  /** The title, reports and end of each progress bar. */
  readonly progress: string[] = [];
  /** Receives the readers' reports; `undefined` if there are no readers. */
  readerReports: ReaderReports | undefined;
  readonly session: Session;
  readonly handlers: Handlers;
  workspace: Workspace;
  settings: unknown;
  refreshes = 0;
  diagnosticRefreshes = 0;
  /** The answer of a model of the editor. */
  askModel: ClientApi['askModel'] = () => Promise.resolve({ problem: 'There is no model.' });
  /** True if the reporter cancels progress bars. */
  cancelsProgress = false;
  #version = 0;

  constructor({
    files = {},
    folders = [FOLDER],
    capabilities = {},
    initializationOptions,
    settings,
    cache,
    reader,
    openArchive,
    opinions = {},
  }: FakeEditorOptions = {}) {
    this.workspace = new MemoryWorkspace(files);
    this.settings = settings;
    const client: ClientApi = {
      publish: (uri, version, diagnostics) => {
        this.published.push({ uri, version, diagnostics });
      },
      settings: () => Promise.resolve(this.settings),
      watch: (_folders, globs) => this.watched.push(globs),
      refresh: () => this.refreshes++,
      refreshDiagnostics: () => this.diagnosticRefreshes++,
      draftChecked: (event) => this.checked.push(event),
      readersStarted: ({ engine }) => this.engines.push(engine),
      askModel: (params, signal) => this.askModel(params, signal),
      opinionProgress: (_uri, done, all) => this.progress.push(`${done} of ${all}`),
      showMessage: (message) => this.messages.push(message),
      log: {
        info: (message) => this.messages.push(message),
        warn: (message) => this.messages.push(message),
      },
      showProgress: (title) => {
        this.progress.push(title);
        return Promise.resolve({
          report: (done, total) => this.progress.push(`${done} of ${total}`),
          isCancelled: () => this.cancelsProgress,
          onCancel: (stop) => {
            if (this.cancelsProgress) stop();
          },
          end: () => this.progress.push('end'),
        });
      },
    };
    this.session = new Session(
      client,
      {
        open: () => this.workspace,
        ...INGEST_HOST,
        cache: () => cache,
        ...(reader === undefined
          ? {}
          : {
              reader: (reports) => {
                this.readerReports = reports;
                return reader;
              },
            }),
        openArchive,
        loadOpinions: () => Promise.resolve({ openSecondOpinions }),
        ...opinions,
        shipped: () =>
          Promise.resolve({
            reference: createReference(SAMPLE, 'sample'),
            uriOfSource: (source) => `shipped:///${source}`,
            isSource: () => false,
          }),
      },
      this.timers.clock,
      {
        capabilities,
        workspaceFolders: folders.map((uri) => ({ uri, name: 'beat' })),
        initializationOptions,
      },
    );
    this.handlers = handlersOf(
      this.session,
      { ...INGEST_HOST, open: () => this.workspace },
      client,
    );
  }

  open(text: string, uri = DRAFT, languageId = 'markdown'): void {
    this.#version = 1;
    this.session.editing.open({ textDocument: { uri, languageId, version: 1, text } });
  }

  /** Opens a document; resolves when its diagnostics are published. */
  async openAndCheck(text: string, uri = DRAFT, languageId = 'markdown'): Promise<void> {
    this.open(text, uri, languageId);
    await this.timers.run();
  }

  /** Replaces the text of the draft. */
  change(text: string): void {
    this.#version++;
    this.session.editing.change({
      textDocument: { uri: DRAFT, version: this.#version },
      contentChanges: [{ text }],
    });
  }

  /** Replaces a part of the draft, as an editor sends it; offsets are UTF-16 units. */
  edit(start: number, end: number, text: string, uri = DRAFT): void {
    this.#version++;
    const document = this.session.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    this.session.editing.change({
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
  }

  /** Reports that the cursor is at an offset; that the draft is not active if there is none. */
  moveCursor(offset?: number, uri = DRAFT): void {
    const document = this.session.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    const positions = offset === undefined ? [] : [document.positionAt(offset)];
    this.session.editing.moveCursors({ textDocument: { uri }, positions });
  }

  /** The codes of the last publication. */
  get codes(): readonly unknown[] {
    return this.published.at(-1)?.diagnostics.map(({ code }) => code) ?? [];
  }

  /** The code actions at the start of the draft for the diagnostics that were published last. */
  actions(only?: string[], character = 0): Promise<readonly CodeAction[]> {
    const start = { line: 0, character };
    return this.handlers.codeActions.actions(
      {
        textDocument: { uri: DRAFT },
        range: { start, end: start },
        context: {
          diagnostics: [...(this.published.at(-1)?.diagnostics ?? [])],
          ...(only === undefined ? {} : { only }),
        },
      },
      UNCANCELLED,
    );
  }
}
