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
import { type Report, checkDraft } from './checks/check.js';
import { DECISIONS_FILE, readDecisions } from './checks/ignores/decisionsFile.js';
import { DecisionBook } from './decisionBook.js';
import { type FoundDecisions, isDecisionsFile, pathFrom } from './decisions.js';
import {
  type EditTarget,
  FIX_ALL,
  fixAll,
  quickFixes,
  standingFixes,
} from './features/codeActions.js';
import { decisionActions } from './features/decisionActions.js';
import { decisionsProblems } from './features/decisionsProblems.js';
import { definitionAt } from './features/definition.js';
import { dataOf, diagnosticsOf } from './features/diagnostics.js';
import { dossierActions } from './features/dossierActions.js';
import type { Draft } from './features/draft.js';
import type { EditAbilities } from './features/fileEdit.js';
import { hoverAt } from './features/hover.js';
import { type Settings, readSettings } from './features/settings.js';
import { FileTargets } from './fileTargets.js';
import { type Journal, Library, type Shelf, type Stock } from './library.js';
import { type Prose, type TextFormat, formatOf, readProse } from './prose/prose.js';
import { Publisher, type Timer } from './publisher.js';
import { isDossier } from './reference/dossier.js';
import { plainAddress } from './workspace.js';

/** What a server asks of the editor at the other end. */
export interface Editor {
  /** `version` is that of an open document; `undefined` for a file that is not open. */
  readonly publish: (
    uri: string,
    version: number | undefined,
    diagnostics: readonly Diagnostic[],
  ) => void;
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
  readonly #decisions: DecisionBook;
  readonly #targets: FileTargets;
  readonly #publisher: Publisher<Findings>;
  readonly #documents = new Map<string, TextDocument>();
  readonly #settings = new Map<string, Promise<Settings>>();
  readonly #drafts = new Map<string, CheckedDraft>();
  /** The decisions files, not open, of which something wrong is told. */
  readonly #faulty = new Set<string>();
  #folders: readonly string[] = [];
  #capabilities: ClientCapabilities = {};

  constructor(editor: Editor, stock: Stock, timer: Timer) {
    this.#editor = editor;
    this.#library = new Library(stock, editor.journal);
    const documentAt = (uri: string): TextDocument | undefined => this.#documentAt(uri);
    this.#decisions = new DecisionBook(stock.open, (uri) => documentAt(uri)?.getText());
    this.#targets = new FileTargets(stock.open, documentAt);
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
    if (isDecisionsFile(uri)) this.#changeDecisions();
  }

  changeDocument({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const { uri, version } = textDocument;
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    this.#publisher.schedule(uri, TYPING_MILLISECONDS);
    if (isDecisionsFile(uri)) this.#changeDecisions();
  }

  closeDocument(uri: string): void {
    const version = this.#documents.get(uri)?.version;
    this.#publisher.cancel(uri);
    this.#documents.delete(uri);
    this.#drafts.delete(uri);
    this.#settings.delete(uri);
    if (version !== undefined) this.#editor.publish(uri, version, []);
    if (isDecisionsFile(uri)) this.#changeDecisions();
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

  /** To be called when sources or decisions were written, added or removed. */
  changeFiles(uris: readonly string[]): void {
    if (!uris.every(isDecisionsFile)) this.#library.forget();
    if (uris.some(isDecisionsFile)) this.#changeDecisions();
    else this.#recheckAll();
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

    const quick: CodeAction[] = [];
    if (only === undefined || wants('quickfix')) {
      quick.push(...quickFixes(target, diagnostics));
      // Diagnostics of this version tell that it was checked, so nothing is checked for a lightbulb.
      const fresh = diagnostics.filter((told) => dataOf(told, document.version) !== undefined);
      const checked = fresh.length === 0 ? undefined : await this.#checked(uri);
      if (checked !== undefined) quick.push(...(await this.#standing(target, checked, fresh)));
    }
    const checked = wants(FIX_ALL) ? await this.#checked(uri) : undefined;
    if (checked === undefined) return quick;
    const { draft, shelf, found } = checked;
    const all = fixAll(target, draft.prose, (text) =>
      checkOf(readProse(text, documentFormat(document)), uri, shelf, found),
    );
    return all === undefined ? quick : [...quick, all];
  }

  /** The quick fixes that let findings stand: in the draft, in the decisions, by a dossier. */
  async #standing(
    target: EditTarget,
    { draft, shelf, found }: CheckedDraft,
    diagnostics: readonly Diagnostic[],
  ): Promise<readonly CodeAction[]> {
    const { resourceOperations } = this.#capabilities.workspace?.workspaceEdit ?? {};
    const abilities: EditAbilities = {
      versioned: target.versioned,
      creates: target.versioned && resourceOperations?.includes('create') === true,
    };
    const { uri } = draft;
    const folder = this.#folderOf(uri) ?? uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));
    const decisions = this.#targets.decisions(uri, folder, found);
    const dossier = await this.#targets.dossier(shelf);
    return [
      ...(decisions === undefined ? [] : decisionActions(draft, diagnostics, decisions, abilities)),
      ...(dossier === undefined ? [] : dossierActions(draft, diagnostics, dossier, abilities)),
      ...standingFixes(target, draft, diagnostics),
    ];
  }

  #documentAt(uri: string): TextDocument | undefined {
    const exact = this.#documents.get(uri);
    if (exact !== undefined) return exact;
    const address = plainAddress(uri);
    return [...this.#documents.values()].find((other) => plainAddress(other.uri) === address);
  }

  #changeDecisions(): void {
    this.#decisions.forget();
    for (const uri of this.#faulty) this.#editor.publish(uri, undefined, []);
    this.#faulty.clear();
    this.#recheckAll();
  }

  /** Tells, where it stands, what is wrong with a decisions file that is not open itself. */
  #tellProblems({ uri, text, problems }: FoundDecisions): void {
    if (problems.length === 0 || this.#faulty.has(uri) || this.#documentAt(uri) !== undefined) {
      return;
    }
    this.#faulty.add(uri);
    this.#editor.publish(uri, undefined, decisionsProblems(text, problems));
  }

  #recheckAll(): void {
    for (const uri of this.#documents.keys()) this.#publisher.schedule(uri, TYPING_MILLISECONDS);
  }

  async #watchSources(): Promise<void> {
    const globs = await Promise.all(
      this.#folders.map(async (folder) => (await this.#settingsFor(folder)).sources),
    );
    this.#editor.watch(this.#folders, [...new Set(globs.flat()), `**/${DECISIONS_FILE}`]);
  }

  async #findings(uri: string): Promise<Findings | undefined> {
    const document = this.#documents.get(uri);
    if (document !== undefined && isDecisionsFile(uri)) {
      const { problems } = readDecisions(document.getText());
      const { version } = document;
      return { version, diagnostics: decisionsProblems(document.getText(), problems) };
    }
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
  async #checked(uri: string): Promise<CheckedDraft | undefined> {
    if (isDecisionsFile(uri)) return undefined;
    const settings = await this.#settingsFor(uri);
    if (!settings.enable) return undefined;
    const shelf = await this.#library.shelf(this.#folderOf(uri), settings.sources);
    const found = await this.#decisions.of(uri);
    if (found !== undefined) this.#tellProblems(found);
    const document = this.#documents.get(uri);
    if (document === undefined || shelf.holds(uri) || isDossier(document.getText()))
      return undefined;

    const last = this.#drafts.get(uri);
    if (
      last?.draft.version === document.version &&
      last.shelf === shelf &&
      last.found === found &&
      last.draft.settings === settings
    ) {
      return last;
    }
    const { reference, addressOf } = shelf;
    const prose = readProse(document.getText(), documentFormat(document));
    const report = checkOf(prose, uri, shelf, found);
    const { version } = document;
    const draft: Draft = { uri, version, prose, report, reference, settings, addressOf };
    const checked: CheckedDraft = { shelf, found, draft };
    this.#drafts.set(uri, checked);
    return checked;
  }

  async #draft(uri: string): Promise<Draft | undefined> {
    return (await this.#checked(uri))?.draft;
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

/** A draft with what it was held against. */
interface CheckedDraft {
  readonly shelf: Shelf;
  readonly found: FoundDecisions | undefined;
  readonly draft: Draft;
}

function checkOf(
  prose: Prose,
  uri: string,
  { reference }: Shelf,
  found: FoundDecisions | undefined,
): Report {
  const path = found === undefined ? undefined : pathFrom(found.uri, uri);
  return checkDraft(prose, reference, found?.decisions, path);
}

function documentFormat({ languageId, uri }: TextDocument): TextFormat {
  return languageId === 'markdown' ? 'markdown' : formatOf(uri);
}
