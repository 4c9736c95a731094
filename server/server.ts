import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type DidChangeTextDocumentParams,
  type DidOpenTextDocumentParams,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Location,
  type LocationLink,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDraft } from './checks/check.js';
import { type EditTarget, FIX_ALL, fixAll, quickFixes } from './features/codeActions.js';
import { definitionAt } from './features/definition.js';
import { diagnosticsOf } from './features/diagnostics.js';
import type { Draft } from './features/draft.js';
import { hoverAt } from './features/hover.js';
import { type Settings, readSettings } from './features/settings.js';
import { type Journal, Library, type Shelf, type Stock } from './library.js';
import { type TextFormat, formatOf, readProse } from './prose/prose.js';
import { Publisher, type Timer } from './publisher.js';
import { isDossier } from './reference/dossier.js';

/** What a server asks of the editor at the other end. */
export interface Editor {
  readonly publish: (uri: string, version: number, diagnostics: readonly Diagnostic[]) => void;
  /** The settings under `copydesk` for a document. */
  readonly settings: (uri: string) => Promise<unknown>;
  /** Asks to be told when a file of these folders changes that matches the globs. */
  readonly watch: (folders: readonly string[], globs: readonly string[]) => void;
  readonly journal: Journal;
}

/** Long enough to wait for the end of a word, short enough to feel immediate. */
const TYPING_MILLISECONDS = 150;

interface Findings {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The desk beside the editor: holds the open documents, checks them as they change, and answers what
 * the editor asks. Knows nothing of how messages travel.
 */
export class Server {
  readonly #editor: Editor;
  readonly #library: Library;
  readonly #publisher: Publisher<Findings>;
  readonly #documents = new Map<string, TextDocument>();
  readonly #settings = new Map<string, Promise<Settings>>();
  readonly #drafts = new Map<string, { readonly shelf: Shelf; readonly draft: Draft }>();
  #folders: readonly string[] = [];
  #capabilities: ClientCapabilities = {};

  constructor(editor: Editor, stock: Stock, timer: Timer) {
    this.#editor = editor;
    this.#library = new Library(stock, editor.journal);
    this.#publisher = new Publisher(
      (uri) => this.#findings(uri),
      (uri, { version, diagnostics }) => editor.publish(uri, version, diagnostics),
      timer,
    );
  }

  initialize({
    capabilities,
    workspaceFolders,
  }: Pick<InitializeParams, 'capabilities' | 'workspaceFolders'>): InitializeResult {
    this.#capabilities = capabilities;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'Copydesk' },
    };
  }

  openDocument({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    this.#publisher.schedule(uri, 0);
  }

  changeDocument({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const { uri, version } = textDocument;
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    this.#publisher.schedule(uri, TYPING_MILLISECONDS);
  }

  closeDocument(uri: string): void {
    const version = this.#documents.get(uri)?.version;
    this.#publisher.cancel(uri);
    this.#documents.delete(uri);
    this.#drafts.delete(uri);
    this.#settings.delete(uri);
    if (version !== undefined) this.#editor.publish(uri, version, []);
  }

  changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#folders = [
      ...this.#folders.filter((folder) => !gone.has(folder)),
      ...added.map(({ uri }) => uri),
    ];
    this.changeSettings();
  }

  /** To be called when settings changed, and once when they can first be asked for. */
  changeSettings(): void {
    this.#settings.clear();
    this.#recheckAll();
    void this.#watchSources();
  }

  /** To be called when a source was written, added or removed. */
  changeSources(): void {
    this.#library.forget();
    this.#recheckAll();
  }

  async hover({ textDocument, position }: TextDocumentPositionParams): Promise<Hover | undefined> {
    const draft = await this.#draft(textDocument.uri);
    return draft === undefined ? undefined : hoverAt(draft, draft.prose.lines.offset(position));
  }

  async definition({
    textDocument,
    position,
  }: TextDocumentPositionParams): Promise<LocationLink[] | Location[]> {
    const draft = await this.#draft(textDocument.uri);
    if (draft === undefined) return [];
    const links = definitionAt(draft, draft.prose.lines.offset(position));
    return this.#capabilities.textDocument?.definition?.linkSupport === true
      ? [...links]
      : links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
  }

  async codeActions(params: CodeActionParams): Promise<CodeAction[]> {
    const { diagnostics, only } = params.context;
    const { uri } = params.textDocument;
    const document = this.#documents.get(uri);
    if (document === undefined) return [];
    const target: EditTarget = {
      uri,
      version: document.version,
      versioned: this.#capabilities.workspace?.workspaceEdit?.documentChanges === true,
    };
    const wants = (kind: string): boolean =>
      only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;

    const quick =
      only === undefined || wants('quickfix') ? [...quickFixes(target, diagnostics)] : [];
    if (!wants(FIX_ALL)) return quick;
    const draft = await this.#draft(uri);
    if (draft === undefined) return quick;
    const all = fixAll(target, draft.prose, (text) =>
      checkDraft(readProse(text, documentFormat(document)), draft.reference),
    );
    return all === undefined ? quick : [...quick, all];
  }

  #recheckAll(): void {
    for (const uri of this.#documents.keys()) this.#publisher.schedule(uri, TYPING_MILLISECONDS);
  }

  async #watchSources(): Promise<void> {
    const globs = await Promise.all(
      this.#folders.map(async (folder) => (await this.#settingsFor(folder)).sources),
    );
    this.#editor.watch(this.#folders, [...new Set(globs.flat())]);
  }

  async #findings(uri: string): Promise<Findings | undefined> {
    try {
      const draft = await this.#draft(uri);
      const version = draft?.version ?? this.#documents.get(uri)?.version;
      if (version === undefined) return undefined;
      return { version, diagnostics: draft === undefined ? [] : diagnosticsOf(draft) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#editor.journal.warn(`This draft could not be checked: ${reason}`);
      return undefined;
    }
  }

  /**
   * The newest version of an open document, checked; what was checked already is not checked again.
   * `undefined` for a document that is no draft: a source, or one that the reporter wants left alone.
   */
  async #draft(uri: string): Promise<Draft | undefined> {
    const settings = await this.#settingsFor(uri);
    if (!settings.enable) return undefined;
    const shelf = await this.#library.shelf(this.#folderOf(uri), settings.sources);
    const document = this.#documents.get(uri);
    if (document === undefined || shelf.holds(uri) || isDossier(document.getText()))
      return undefined;

    const last = this.#drafts.get(uri);
    if (
      last?.draft.version === document.version &&
      last.shelf === shelf &&
      last.draft.settings === settings
    ) {
      return last.draft;
    }
    const { reference, addressOf } = shelf;
    const prose = readProse(document.getText(), documentFormat(document));
    const report = checkDraft(prose, reference);
    const { version } = document;
    const draft: Draft = { uri, version, prose, report, reference, settings, addressOf };
    this.#drafts.set(uri, { shelf, draft });
    return draft;
  }

  #settingsFor(uri: string): Promise<Settings> {
    const known = this.#settings.get(uri);
    if (known !== undefined) return known;
    const settings = this.#editor.settings(uri).then(readSettings, () => readSettings(undefined));
    this.#settings.set(uri, settings);
    return settings;
  }

  /** The innermost workspace folder that a document lies in. */
  #folderOf(uri: string): string | undefined {
    return this.#folders
      .filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
      .sort((a, b) => b.length - a.length)[0];
  }
}

function documentFormat({ languageId, uri }: TextDocument): TextFormat {
  return languageId === 'markdown' ? 'markdown' : formatOf(uri);
}
