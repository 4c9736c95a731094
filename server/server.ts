import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeLens,
  type CodeLensParams,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Diagnostic,
  type DidChangeTextDocumentParams,
  type DidOpenTextDocumentParams,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type DocumentHighlight,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  type Location,
  type LocationLink,
  type PrepareRenameResult,
  type Range,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  type SymbolInformation,
  type TextDocumentPositionParams,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
  type WorkspaceFoldersChangeEvent,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor, pullsDiagnostics } from './capabilities.js';
import { Changes } from './changes.js';
import {
  type CheckedDraft,
  type Standard,
  checkedDraft,
  documentFormat,
  isSameStandard,
  reportOn,
} from './checkedDraft.js';
import { DECISIONS_FILE, readDecisions } from './checks/ignores/decisionsFile.js';
import { DecisionBook } from './decisionBook.js';
import { type FoundDecisions, isDecisionsFile } from './decisions.js';
import {
  type EditTarget,
  FIX_ALL,
  draftEdit,
  fixAll,
  quickFixes,
  standingFixes,
} from './features/codeActions.js';
import { SHOW_FACT_SHEET, codeLensesOf } from './features/codeLens.js';
import { completionsAt, draftOf, resolvedItem } from './features/completion.js';
import { decisionActions } from './features/decisionActions.js';
import { decisionsProblems } from './features/decisionsProblems.js';
import { definitionAt } from './features/definition.js';
import { dataOf, diagnosticsOf } from './features/diagnostics.js';
import { documentSymbolsOf, flatSymbolsOf } from './features/documentSymbols.js';
import { dossierActions, selectionActions } from './features/dossierActions.js';
import { dossierProblems, problemsIn } from './features/dossierProblems.js';
import type { Draft } from './features/draft.js';
import type { EditAbilities } from './features/fileEdit.js';
import { highlightsAt } from './features/highlights.js';
import { hoverAt } from './features/hover.js';
import { pulledReport } from './features/pulledDiagnostics.js';
import { isName, renameAt, renamedAt } from './features/rename.js';
import { semanticTokensOf } from './features/semanticTokens.js';
import { type Settings, readSettings } from './features/settings.js';
import { workspaceSymbolsOf } from './features/workspaceSymbols.js';
import { FileTargets } from './fileTargets.js';
import { DRAFT_FILES, FolderDrafts } from './folderDrafts.js';
import { type Journal, Library, type Shelf, type ShowProgress, type Stock } from './library.js';
import { mentionsAnywhere } from './mentionSearch.js';
import { readProse } from './prose/prose.js';
import { LineMap } from './prose/sourceMap.js';
import { Publisher, type Timer } from './publisher.js';
import { isDossier } from './reference/dossier.js';
import type { Problem } from './reference/model.js';
import { TextFiles } from './textFiles.js';
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
  /** Tells that what was asked for before may have another answer now. */
  readonly refresh: () => void;
  readonly journal: Journal;
  readonly showProgress: ShowProgress;
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
  readonly #timer: Timer;
  readonly #library: Library;
  readonly #decisions: DecisionBook;
  readonly #targets: FileTargets;
  readonly #publisher: Publisher<Findings>;
  readonly #documents = new Map<string, TextDocument>();
  readonly #settings = new Map<string, Promise<Settings>>();
  readonly #drafts = new Map<string, CheckedDraft>();
  /** The decisions files, not open, of which something wrong is told. */
  readonly #faulty = new Set<string>();
  /** The shelf of each folder of whose dossiers is told what is wrong, with their addresses. */
  readonly #toldDossiers = new Map<string, { readonly shelf: Shelf; readonly uris: string[] }>();
  readonly #files: TextFiles;
  readonly #folderDrafts: FolderDrafts;
  readonly #changes = new Changes();
  #folders: readonly string[] = [];
  #capabilities: ClientCapabilities = {};
  #showsFactSheet = false;
  #isFolderTold = false;

  constructor(editor: Editor, stock: Stock, timer: Timer) {
    this.#editor = editor;
    this.#timer = timer;
    this.#library = new Library(stock, editor.journal, editor.showProgress);
    const documentAt = (uri: string): TextDocument | undefined => this.#documentAt(uri);
    this.#decisions = new DecisionBook(stock.open, (uri) => documentAt(uri)?.getText());
    this.#targets = new FileTargets(stock.open, documentAt);
    this.#files = new TextFiles(stock.open, documentAt, (uri) => this.#folderOf(uri));
    this.#folderDrafts = new FolderDrafts(this.#files, {
      documentAt,
      diagnostics: async (uri) => (await this.#findings(uri))?.diagnostics,
      standard: (uri, scope) => this.#standard(uri, scope),
    });
    this.#publisher = new Publisher(
      (uri) => this.#findings(uri),
      (uri, { version, diagnostics }) => editor.publish(uri, version, diagnostics),
      timer,
    );
  }

  initialize({
    capabilities,
    workspaceFolders,
    initializationOptions,
  }: Pick<
    InitializeParams,
    'capabilities' | 'workspaceFolders' | 'initializationOptions'
  >): InitializeResult {
    this.#capabilities = capabilities;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
    const storage = storageIn(initializationOptions);
    if (storage !== undefined) this.#library.keepIn(storage);
    this.#showsFactSheet = commandsIn(initializationOptions).includes(SHOW_FACT_SHEET);
    return { capabilities: capabilitiesFor(capabilities), serverInfo: { name: 'Copydesk' } };
  }

  /** Resolves when nothing is lost any more by ending the process. Does not reject. */
  shutdown(): Promise<void> {
    return this.#library.saved();
  }

  openDocument({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    this.#recheck(uri, 0);
    this.#announce();
    if (isDossier(text)) this.#retellDossiers();
    if (isDecisionsFile(uri)) this.#changeDecisions();
  }

  changeDocument({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const { uri, version } = textDocument;
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    this.#recheck(uri, TYPING_MILLISECONDS);
    if (isDecisionsFile(uri)) this.#changeDecisions();
  }

  closeDocument(uri: string): void {
    const document = this.#documents.get(uri);
    const version = document?.version;
    this.#publisher.cancel(uri);
    this.#documents.delete(uri);
    this.#drafts.delete(uri);
    this.#settings.delete(uri);
    if (version !== undefined && !this.#isPulled) this.#editor.publish(uri, version, []);
    this.#folderDrafts.forget(uri);
    this.#announce();
    if (document !== undefined && isDossier(document.getText())) this.#retellDossiers();
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
    const others = uris.filter((uri) => !isDecisionsFile(uri) && !this.#isDraft(uri));
    for (const uri of uris) this.#folderDrafts.forget(uri);
    if (others.length > 0) this.#library.forget();
    if (uris.some(isDecisionsFile)) this.#changeDecisions();
    else if (others.length > 0) this.#recheckAll();
    else this.#announce();
  }

  async hover({ textDocument, position }: TextDocumentPositionParams): Promise<Hover | undefined> {
    const draft = await this.#draft(textDocument.uri);
    return draft === undefined ? undefined : hoverAt(draft, draft.prose.lines.offset(position));
  }

  async documentSymbols({
    textDocument,
  }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[]> {
    const draft = await this.#draft(textDocument.uri);
    if (draft === undefined) return [];
    const { hierarchicalDocumentSymbolSupport } =
      this.#capabilities.textDocument?.documentSymbol ?? {};
    return hierarchicalDocumentSymbolSupport === true
      ? documentSymbolsOf(draft)
      : flatSymbolsOf(draft);
  }

  async highlights({
    textDocument,
    position,
  }: TextDocumentPositionParams): Promise<DocumentHighlight[]> {
    const draft = await this.#draft(textDocument.uri);
    return draft === undefined ? [] : [...highlightsAt(draft, draft.prose.lines.offset(position))];
  }

  /** In the drafts that are open or lie in the folder, and in the sources. */
  async references({ textDocument, position, context }: ReferenceParams): Promise<Location[]> {
    const { uri } = textDocument;
    const checked = await this.#checked(uri);
    if (checked === undefined) return [];
    const { draft, standard } = checked;
    const folder = this.#folderOf(uri);
    const beside = folder === undefined ? [] : await this.#folderDrafts.find(folder, standard);
    const open = [...this.#documents.keys()].filter((other) => this.#folderOf(other) === folder);
    const offset = draft.prose.lines.offset(position);
    const { includeDeclaration } = context;
    return mentionsAnywhere(draft, offset, [...open, ...beside], this.#files, includeDeclaration);
  }

  /** Throws a `ResponseError` that says why nothing can be renamed there. */
  async prepareRename({
    textDocument,
    position,
  }: TextDocumentPositionParams): Promise<PrepareRenameResult | undefined> {
    const draft = await this.#draft(textDocument.uri);
    if (draft === undefined) return undefined;
    const renamed = renamedAt(draft, draft.prose.lines.offset(position));
    if (renamed === undefined) {
      throw refusal('Only a name that your sources know can be renamed, and none stands here.');
    }
    return renamed;
  }

  /** Throws a `ResponseError` where the new name is none. */
  async rename({
    textDocument,
    position,
    newName,
  }: RenameParams): Promise<WorkspaceEdit | undefined> {
    const draft = await this.#draft(textDocument.uri);
    if (draft === undefined) return undefined;
    if (!isName(newName)) {
      throw refusal('A name needs at least one letter, and stands on one line.');
    }
    const edits = renameAt(draft, draft.prose.lines.offset(position), newName);
    return edits.length === 0 ? undefined : draftEdit(this.#target(draft), edits);
  }

  /** Those of the bases of all folders; of the one that ships where no folder is open. */
  async workspaceSymbols({ query }: WorkspaceSymbolParams): Promise<SymbolInformation[]> {
    const folders = this.#folders.length === 0 ? [undefined] : this.#folders;
    const shelves = await Promise.all(
      folders.map(async (folder) => {
        const { sources } = await this.#settingsFor(folder ?? '');
        return this.#library.shelf(folder, sources);
      }),
    );
    return shelves.flatMap(({ reference, addressOf }) =>
      workspaceSymbolsOf(reference, addressOf, query),
    );
  }

  async semanticTokens({
    textDocument,
    range,
  }: SemanticTokensParams & Partial<SemanticTokensRangeParams>): Promise<SemanticTokens> {
    const draft = await this.#draft(textDocument.uri);
    return { data: draft === undefined ? [] : semanticTokensOf(draft, range) };
  }

  async codeLenses({ textDocument }: CodeLensParams): Promise<CodeLens[]> {
    const draft = await this.#draft(textDocument.uri);
    return draft === undefined ? [] : codeLensesOf(draft, this.#showsFactSheet);
  }

  /** From the last version that was checked, so that no key waits for a check. */
  async completions({
    textDocument: { uri },
    position,
    context,
  }: CompletionParams): Promise<CompletionList | undefined> {
    const draft = this.#drafts.get(uri)?.draft ?? (await this.#draft(uri));
    const text = this.#documents.get(uri)?.getText();
    if (draft === undefined || text === undefined) return undefined;
    const lines = new LineMap(text);
    const asked =
      (context?.triggerKind ?? CompletionTriggerKind.Invoked) === CompletionTriggerKind.Invoked;
    return completionsAt(draft, { text, lines, offset: lines.offset(position), asked });
  }

  resolveCompletion(item: CompletionItem): CompletionItem {
    const uri = draftOf(item);
    return uri === undefined ? item : resolvedItem(item, this.#drafts.get(uri)?.draft);
  }

  /**
   * For a client that asks for diagnostics rather than being sent them. While somebody types it asks at
   * every key and takes back what it asked before, so only the last is looked into.
   */
  async diagnostics(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.#pauseInTyping(uri);
    const found = token.isCancellationRequested ? undefined : await this.#findings(uri);
    return pulledReport(found?.diagnostics ?? [], previousResultId);
  }

  /**
   * The diagnostics of all drafts of the folders that have sources. A client that has them already is
   * answered when something has changed.
   */
  async workspaceDiagnostics(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const isFirst = !this.#isFolderTold;
    this.#isFolderTold = true;
    for (;;) {
      const change = this.#changes.next(token);
      const items = await this.#folderDrafts.reports(this.#folders, previousResultIds);
      const isNews = items.some(({ kind }) => kind === 'full');
      if (isNews || isFirst || token.isCancellationRequested) return { items };
      await change;
    }
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
    const target = this.#target(document);
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
    const { start, end } = params.range;
    const isSelection = start.line !== end.line || start.character !== end.character;
    // Of what is told the quick fixes know more, and a range that has a diagnostic may be nobody's selection.
    const isPlain = isSelection && diagnostics.length === 0;
    if (isPlain && (only === undefined || wants(CodeActionKind.Refactor))) {
      quick.push(...(await this.#forSelection(uri, params.range)));
    }
    const checked = wants(FIX_ALL) ? await this.#checked(uri) : undefined;
    if (checked === undefined) return quick;
    const all = fixAll(target, checked.draft.prose, (text) =>
      reportOn(readProse(text, documentFormat(document)), uri, checked.standard),
    );
    return all === undefined ? quick : [...quick, all];
  }

  /** What can be done with what is selected, in a draft that was checked. */
  async #forSelection(uri: string, range: Range): Promise<readonly CodeAction[]> {
    const checked = this.#drafts.get(uri);
    if (checked?.draft.version !== this.#documents.get(uri)?.version || checked === undefined) {
      return [];
    }
    const dossier = await this.#targets.dossier(checked.standard.shelf);
    return dossier === undefined
      ? []
      : selectionActions(checked.draft, range, dossier, this.#editAbilities);
  }

  get #editAbilities(): EditAbilities {
    const { resourceOperations, documentChanges } =
      this.#capabilities.workspace?.workspaceEdit ?? {};
    const versioned = documentChanges === true;
    return { versioned, creates: versioned && resourceOperations?.includes('create') === true };
  }

  /** The quick fixes that let findings stand: in the draft, in the decisions, by a dossier. */
  async #standing(
    target: EditTarget,
    { draft, standard: { shelf, found } }: CheckedDraft,
    diagnostics: readonly Diagnostic[],
  ): Promise<readonly CodeAction[]> {
    const abilities = this.#editAbilities;
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

  /** Tells, where it stands, what is wrong in the dossiers of a folder that are not open themselves. */
  #tellDossiers(folder: string, shelf: Shelf): void {
    const problems = new Map<string, Problem[]>();
    for (const problem of shelf.problems ?? []) {
      const uri = shelf.addressOf(problem.citation.source);
      if (uri === undefined || this.#documentAt(uri) !== undefined) continue;
      problems.set(uri, [...(problems.get(uri) ?? []), problem]);
    }
    for (const uri of this.#toldDossiers.get(folder)?.uris ?? []) {
      if (!problems.has(uri)) this.#editor.publish(uri, undefined, []);
    }
    for (const [uri, found] of problems) {
      this.#editor.publish(uri, undefined, dossierProblems(found));
    }
    this.#toldDossiers.set(folder, { shelf, uris: [...problems.keys()] });
  }

  /** To be called when a dossier opened or closed: of an open one is told what its text says. */
  #retellDossiers(): void {
    for (const [folder, { shelf }] of this.#toldDossiers) this.#tellDossiers(folder, shelf);
  }

  /** Publishes anew what is to be told of a document, unless the client asks for that itself. */
  #recheck(uri: string, milliseconds: number): void {
    if (!this.#isPulled) this.#publisher.schedule(uri, milliseconds);
  }

  #recheckAll(): void {
    for (const uri of this.#documents.keys()) this.#recheck(uri, TYPING_MILLISECONDS);
    this.#editor.refresh();
    this.#announce();
  }

  #announce(): void {
    this.#files.forget();
    this.#changes.announce();
  }

  /** Resolves at once for a document that is new or was checked as it is. Does not reject. */
  async #pauseInTyping(uri: string): Promise<void> {
    const checked = this.#drafts.get(uri)?.draft.version;
    if (checked === undefined || checked === this.#documents.get(uri)?.version) return;
    await new Promise<void>((resolve) => this.#timer(resolve, TYPING_MILLISECONDS));
  }

  get #isPulled(): boolean {
    return pullsDiagnostics(this.#capabilities);
  }

  #isDraft(uri: string): boolean {
    return this.#folderDrafts.knows(uri) || this.#drafts.has(this.#documentAt(uri)?.uri ?? uri);
  }

  #target({ uri, version }: { readonly uri: string; readonly version: number }): EditTarget {
    const versioned = this.#capabilities.workspace?.workspaceEdit?.documentChanges === true;
    return { uri, version, versioned };
  }

  async #watchSources(): Promise<void> {
    const globs = await Promise.all(
      this.#folders.map(async (folder) => (await this.#settingsFor(folder)).sources),
    );
    const drafts = this.#isPulled ? DRAFT_FILES : [];
    const watched = [...globs.flat(), `**/${DECISIONS_FILE}`, ...drafts];
    this.#editor.watch(this.#folders, [...new Set(watched)]);
  }

  async #findings(uri: string): Promise<Findings | undefined> {
    const document = this.#documents.get(uri);
    if (document !== undefined && isDecisionsFile(uri)) {
      const { problems } = readDecisions(document.getText());
      const { version } = document;
      return { version, diagnostics: decisionsProblems(document.getText(), problems) };
    }
    if (document !== undefined && isDossier(document.getText())) {
      const { enable } = await this.#settingsFor(uri);
      const { version } = document;
      return { version, diagnostics: enable ? problemsIn(document.getText()) : [] };
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
    const standard = await this.#standard(uri);
    const document = this.#documents.get(uri);
    if (standard === undefined || document === undefined || isDossier(document.getText())) {
      return undefined;
    }
    const last = this.#drafts.get(uri);
    if (last?.draft.version === document.version && isSameStandard(last.standard, standard)) {
      return last;
    }
    const checked = checkedDraft(document, standard);
    this.#drafts.set(uri, checked);
    return checked;
  }

  /**
   * What a document is held against; `undefined` for one that is no draft. `scope` is whose settings
   * count.
   */
  async #standard(uri: string, scope = uri): Promise<Standard | undefined> {
    if (isDecisionsFile(uri)) return undefined;
    const settings = await this.#settingsFor(scope);
    if (!settings.enable) return undefined;
    const folder = this.#folderOf(uri);
    const shelf = await this.#library.shelf(folder, settings.sources);
    if (folder !== undefined && this.#toldDossiers.get(folder)?.shelf !== shelf) {
      this.#tellDossiers(folder, shelf);
    }
    const found = await this.#decisions.of(uri);
    if (found !== undefined) this.#tellProblems(found);
    return shelf.holds(uri) ? undefined : { settings, shelf, found };
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

/** The commands of its own that a client says it has. */
function commandsIn(initializationOptions: unknown): readonly unknown[] {
  if (typeof initializationOptions !== 'object' || initializationOptions === null) return [];
  const commands = 'commands' in initializationOptions ? initializationOptions.commands : undefined;
  return Array.isArray(commands) ? commands : [];
}

/** The address of the folder that a client gives for what is to be kept. */
function storageIn(initializationOptions: unknown): string | undefined {
  if (typeof initializationOptions !== 'object' || initializationOptions === null) return undefined;
  const storage = 'storage' in initializationOptions ? initializationOptions.storage : undefined;
  return typeof storage === 'string' ? storage : undefined;
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
