import type {
  CancellationToken,
  Diagnostic,
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ChangeEvent } from './changeEvent.js';
import { type CheckedDraft, type CheckContext, mayBeDraft, fixDraft } from './analysis.js';
import { claimsTask } from '../checks/check.js';
import { SUPPRESSIONS_FILE, parseSuppressions } from '../suppressions/suppressionsFile.js';
import { type ClientInfo, readClientInfo, pullsDiagnostics } from './clientInfo.js';
import type { Clock, Timer } from './clock.js';
import { SuppressionsStore } from './suppressionsStore.js';
import { type LocatedSuppressions, isSuppressionsFile } from '../suppressions/findSuppressions.js';
import { DraftChecks } from './draftChecks.js';
import type { ClientApi } from './clientApi.js';
import { suppressionsFileProblems } from '../features/diagnostics/suppressionsFileProblems.js';
import {
  MOST_REPORTED,
  diagnosticsOf,
  findingCounts,
} from '../features/diagnostics/diagnostics.js';
import { dossierProblems, problemsIn } from '../features/diagnostics/dossierProblems.js';
import type { Draft } from '../checks/draft.js';
import { pulledReport } from '../features/diagnostics/pulledDiagnostics.js';
import { type Settings, readSettings } from './settings.js';
import { DRAFT_FILES, FolderDrafts } from './folderDrafts.js';
import { globFault, leavesFolder, quotedGlob } from '../workspace/globs.js';
import { partInView } from './longDraft.js';
import { ReferenceStore, type Snapshot, type SessionHost } from './referenceStore.js';
import { Publisher } from './publisher.js';
import { isDossier } from '../reference/dossier.js';
import type { Prose } from '../prose/prose.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Span } from '../prose/span.js';
import type { Problem } from '../reference/model.js';
import type { ViewParams } from '../../protocol/requests.js';
import { TextFiles } from './textFiles.js';
import { Scheduler } from './scheduler.js';
import { plainAddress } from '../workspace/workspace.js';

/** Long enough to wait for the end of a word, short enough to feel immediate. */
const TYPING_MILLISECONDS = 150;

const LONG_DRAFT =
  'This draft has more than a million characters: Copydesk checks the part of it that is in view.';

const MANY_FINDINGS = `Copydesk shows the first ${MOST_REPORTED.toLocaleString('en')} findings in this draft.`;

interface Findings {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The desk beside the editor: holds the open documents and all that they are held against, checks them
 * as they change, and tells what is wrong. Knows nothing of how messages travel.
 */
export class Session {
  /** The files of the folders, as far as the editor or the disk has their text. */
  readonly files: TextFiles;
  readonly #editor: ClientApi;
  readonly #timer: Timer;
  readonly #library: ReferenceStore;
  readonly #decisions: SuppressionsStore;
  readonly #publisher: Publisher<Findings>;
  readonly #documents = new Map<string, TextDocument>();
  readonly #settings = new Map<string, Promise<Settings>>();
  readonly #checks: DraftChecks;
  /** What is in view of long drafts, by a client that tells. */
  readonly #views = new Map<string, ViewParams['range']>();
  /** What was said of each open draft as a whole. */
  readonly #said = new Map<string, Set<string>>();
  /** What the client was told last of each open document. */
  readonly #told = new Map<string, CheckedDraft | undefined>();
  /** The decisions files, not open, of which something wrong is told. */
  readonly #faulty = new Set<string>();
  /** The globs of settings of which was said that they are left out. */
  readonly #faultyGlobs = new Set<string>();
  /** The shelf of each folder of whose dossiers is told what is wrong, with their addresses. */
  readonly #toldDossiers = new Map<string, { readonly shelf: Snapshot; readonly uris: string[] }>();
  readonly #folderDrafts: FolderDrafts;
  readonly #changes = new ChangeEvent();
  /** Each shelf with a number that no other has. */
  readonly #numbers = new WeakMap<Snapshot, number>();
  #lastNumber = 0;
  #folders: readonly string[] = [];
  #client: ClientInfo = { capabilities: {}, hasFactSheet: false, storage: undefined };
  #isFolderTold = false;

  constructor(editor: ClientApi, stock: SessionHost, clock: Clock) {
    this.#editor = editor;
    this.#timer = clock.timer;
    const turns = new Scheduler(clock);
    this.#checks = new DraftChecks(turns);
    this.#library = new ReferenceStore(stock, editor.journal, editor.showProgress);
    const documentAt = (uri: string): TextDocument | undefined => this.documentAt(uri);
    this.#decisions = new SuppressionsStore(stock.open, (uri) => documentAt(uri)?.getText());
    this.files = new TextFiles(stock.open, documentAt, (uri) => this.folderOf(uri));
    this.#folderDrafts = new FolderDrafts(
      this.files,
      {
        documentAt,
        diagnostics: async (uri) => (await this.#findings(uri))?.diagnostics,
        standard: (uri, scope) => this.#standard(uri, scope),
      },
      turns,
    );
    this.#publisher = new Publisher(
      (uri) => this.#findings(uri),
      (uri, { version, diagnostics }) => editor.publish(uri, version, diagnostics),
      clock.timer,
    );
  }

  /** To be called before anything else, with what the client says of itself. */
  initialize(
    params: Pick<InitializeParams, 'capabilities' | 'workspaceFolders' | 'initializationOptions'>,
  ): void {
    this.#client = readClientInfo(params);
    if (this.#client.storage !== undefined) this.#library.keepIn(this.#client.storage);
    this.#folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  }

  /** Who asks. */
  get client(): ClientInfo {
    return this.#client;
  }

  /** Resolves when nothing is lost any more by ending the process. Does not reject. */
  shutdown(): Promise<void> {
    return this.#library.saved();
  }

  openDocument({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    this.#checks.overtake(uri);
    this.#recheck(uri, 0);
    this.#announce();
    if (isDossier(text)) this.#retellDossiers();
    if (isSuppressionsFile(uri)) this.#changeDecisions();
  }

  changeDocument({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const { uri, version } = textDocument;
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    this.#checks.overtake(uri);
    this.#recheck(uri, TYPING_MILLISECONDS);
    if (isSuppressionsFile(uri)) this.#changeDecisions();
  }

  closeDocument(uri: string): void {
    const document = this.#documents.get(uri);
    const version = document?.version;
    this.#publisher.cancel(uri);
    this.#documents.delete(uri);
    this.#checks.forget(uri);
    this.#views.delete(uri);
    this.#said.delete(uri);
    this.#told.delete(uri);
    this.#settings.delete(uri);
    this.#folderDrafts.forget(uri);
    if (this.#isPulled) this.#timer(() => this.#takeBack(uri), TYPING_MILLISECONDS);
    else if (version !== undefined) this.#editor.publish(uri, version, []);
    this.#announce();
    if (document !== undefined && isDossier(document.getText())) this.#retellDossiers();
    if (isSuppressionsFile(uri)) this.#changeDecisions();
  }

  /** To be called when other lines of a long draft are in view. */
  viewDocument({ textDocument: { uri }, range }: ViewParams): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    this.#views.set(uri, range);
    const last = this.#checks.last(uri);
    if (this.#partOf(document, last) === last?.part) return;
    this.#recheck(uri, TYPING_MILLISECONDS);
    this.#editor.refresh();
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
    const others = uris.filter((uri) => !isSuppressionsFile(uri) && !this.#isDraft(uri));
    for (const uri of uris) this.#folderDrafts.forget(uri);
    if (others.length > 0) this.#library.forget();
    if (uris.some(isSuppressionsFile)) this.#changeDecisions();
    else if (others.length > 0) this.#recheckAll();
    else this.#announce();
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
    const found = isCancelled(token) ? undefined : await this.#findings(uri);
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
      const items = await this.#folderDrafts.reports(this.#folders, previousResultIds, token);
      const isNews = items.some(({ kind }) => kind === 'full');
      if (isNews || isFirst || isCancelled(token)) return { items };
      await change;
      if (isCancelled(token)) return { items };
    }
  }

  /** A draft as it was checked, where that is what it says now. */
  lastChecked(uri: string): CheckedDraft | undefined {
    const checked = this.#checks.last(uri);
    return checked?.draft.version === this.#documents.get(uri)?.version ? checked : undefined;
  }

  /** The open document at just this address. */
  document(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The open document at an address, however that is escaped. */
  documentAt(uri: string): TextDocument | undefined {
    const exact = this.#documents.get(uri);
    if (exact !== undefined) return exact;
    const address = plainAddress(uri);
    return [...this.#documents.values()].find((other) => plainAddress(other.uri) === address);
  }

  /**
   * The newest version of an open document, checked; what was checked already is not checked again.
   * `undefined` for a document that is no draft, as a source or one that the reporter wants left alone, and
   * where the request is cancelled that waits for it.
   */
  async checked(uri: string, token?: CancellationToken): Promise<CheckedDraft | undefined> {
    for (;;) {
      const standard = await this.#standard(uri);
      const document = this.#documents.get(uri);
      if (standard === undefined || document === undefined || !mayBeDraft(document.getText())) {
        return undefined;
      }
      const part = this.#partOf(document, this.#checks.last(uri));
      if (part !== undefined) this.#sayOnce(uri, LONG_DRAFT);
      const checked = await this.#checks.of(document, standard, part);
      if (isCancelled(token)) return undefined;
      if (checked !== undefined) return checked;
      // It was overtaken, so somebody types.
      await this.#pause();
    }
  }

  /**
   * The newest version of a draft as it was checked, and with all mended; `undefined` for what is no draft, for
   * one of which only a part was read, as to mend that is not to mend all, for one that was overtaken, and where
   * the request is cancelled.
   */
  async mended(
    uri: string,
    token: CancellationToken,
  ): Promise<{ readonly draft: Draft; readonly mended: Prose } | undefined> {
    const checked = await this.checked(uri, token);
    const document = this.#documents.get(uri);
    if (checked === undefined || checked.part !== undefined || document === undefined) {
      return undefined;
    }
    const { draft } = checked;
    if (draft.version !== document.version) return undefined;
    const mended = await this.#checks.take(
      uri,
      fixDraft(document, checked),
      () => !isCancelled(token),
    );
    return mended && { draft, mended };
  }

  /** Says something of an open draft as a whole. */
  #sayOnce(uri: string, message: string): void {
    const said = this.#said.get(uri) ?? new Set();
    if (said.has(message)) return;
    this.#said.set(uri, said.add(message));
    this.#editor.tell(message);
  }

  /** What is to be read of a draft, of which `last` was read before; `undefined` for all of it. */
  #partOf(document: TextDocument, last: CheckedDraft | undefined): Span | undefined {
    const range = this.#views.get(document.uri);
    const view = range && {
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    };
    return partInView(document.getText(), view, last?.part);
  }

  /** The newest version of a draft as the features see it; `undefined` as of `checked`. */
  async draft(uri: string, token: CancellationToken): Promise<Draft | undefined> {
    return (await this.checked(uri, token))?.draft;
  }

  /** As `draft`, with its claims made out: to ask for them takes no time. */
  judged(uri: string, token: CancellationToken): Promise<Draft | undefined> {
    return this.inTurns(uri, token, function* (draft) {
      yield* claimsTask(draft.report);
      return draft;
    });
  }

  /**
   * What some work on the newest version of a draft comes to, done in turns and begun again where that is
   * overtaken; `undefined` for what is no draft, and where the request is cancelled, which leaves it off.
   */
  async inTurns<Result>(
    uri: string,
    token: CancellationToken,
    work: (draft: Draft) => CooperativeTask<Result>,
  ): Promise<Result | undefined> {
    for (;;) {
      const checked = await this.checked(uri, token);
      if (checked === undefined) return undefined;
      const isWanted = (): boolean => !isCancelled(token);
      const result = await this.#checks.take(uri, work(checked.draft), isWanted);
      if (result !== undefined || !isWanted()) return result;
    }
  }

  /** The last version of a draft that was checked, which may be behind the text. */
  lastDraft(uri: string): Draft | undefined {
    return this.#checks.last(uri)?.draft;
  }

  /** The addresses of the drafts that are open in a draft's folder, its own with them, or lie there. */
  async draftsBeside({ draft, context: standard }: CheckedDraft): Promise<readonly string[]> {
    const folder = this.folderOf(draft.uri);
    const beside = folder === undefined ? [] : await this.#folderDrafts.find(folder, standard);
    const open = [...this.#documents.keys()].filter((other) => this.folderOf(other) === folder);
    return [...open, ...beside];
  }

  /** The shelf that a document is held against, or is one of the sources of. */
  async shelfFor(uri: string): Promise<Snapshot> {
    const { sources } = await this.#settingsFor(uri);
    return this.#library.shelf(this.folderOf(uri), sources);
  }

  /** The shelves of all folders; the one that ships where no folder is open. */
  shelves(): Promise<readonly Snapshot[]> {
    const folders = this.#folders.length === 0 ? [undefined] : this.#folders;
    return Promise.all(
      folders.map(async (folder) => {
        const { sources } = await this.#settingsFor(folder ?? '');
        return this.#library.shelf(folder, sources);
      }),
    );
  }

  /** The innermost workspace folder that a document lies in. */
  folderOf(uri: string): string | undefined {
    return this.#folders
      .filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
      .sort((a, b) => b.length - a.length)[0];
  }

  #changeDecisions(): void {
    this.#decisions.forget();
    for (const uri of this.#faulty) this.#editor.publish(uri, undefined, []);
    this.#faulty.clear();
    this.#recheckAll();
  }

  /** Tells, where it stands, what is wrong with a decisions file that is not open itself. */
  #tellProblems({ uri, text, problems }: LocatedSuppressions): void {
    if (problems.length === 0 || this.#faulty.has(uri) || this.documentAt(uri) !== undefined) {
      return;
    }
    this.#faulty.add(uri);
    this.#editor.publish(uri, undefined, suppressionsFileProblems(text, problems));
  }

  /** Tells, where it stands, what is wrong in the dossiers of a folder that are not open themselves. */
  #tellDossiers(folder: string, shelf: Snapshot): void {
    const problems = new Map<string, Problem[]>();
    for (const problem of shelf.problems ?? []) {
      const uri = shelf.addressOf(problem.citation.source);
      if (uri === undefined || this.documentAt(uri) !== undefined) continue;
      const others = problems.get(uri);
      if (others === undefined) problems.set(uri, [problem]);
      else others.push(problem);
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

  /** VS Code asks once more for what it has closed, and heeds no other answer about it before that one. */
  #takeBack(uri: string): void {
    this.#folderDrafts.close(uri);
    this.#announce();
  }

  #announce(): void {
    this.files.forget();
    this.#changes.announce();
  }

  /** Resolves at once for a document that is new or was checked as it is. Does not reject. */
  async #pauseInTyping(uri: string): Promise<void> {
    const checked = this.#checks.last(uri)?.draft.version;
    if (checked === undefined || checked === this.#documents.get(uri)?.version) return;
    await this.#pause();
  }

  /** Resolves when a key would have come if somebody typed. Does not reject. */
  #pause(): Promise<void> {
    return new Promise((resolve) => void this.#timer(resolve, TYPING_MILLISECONDS));
  }

  get #isPulled(): boolean {
    return pullsDiagnostics(this.#client.capabilities);
  }

  #isDraft(uri: string): boolean {
    return (
      this.#folderDrafts.knows(uri) ||
      this.#checks.last(this.documentAt(uri)?.uri ?? uri) !== undefined
    );
  }

  async #watchSources(): Promise<void> {
    const globs = await Promise.all(
      this.#folders.map(async (folder) => (await this.#settingsFor(folder)).sources),
    );
    const drafts = this.#isPulled ? DRAFT_FILES : [];
    const watched = [...globs.flat(), `**/${SUPPRESSIONS_FILE}`, ...drafts];
    this.#editor.watch(this.#folders, [...new Set(watched)]);
  }

  async #findings(uri: string): Promise<Findings | undefined> {
    const document = this.#documents.get(uri);
    if (document !== undefined && isSuppressionsFile(uri)) {
      const { problems } = parseSuppressions(document.getText());
      const { version } = document;
      return { version, diagnostics: suppressionsFileProblems(document.getText(), problems) };
    }
    if (document !== undefined && isDossier(document.getText())) {
      const { enable } = await this.#settingsFor(uri);
      const { version } = document;
      this.#tellChecked(uri, version, undefined);
      return { version, diagnostics: enable ? problemsIn(document.getText()) : [] };
    }
    try {
      const checked = await this.checked(uri);
      const draft = checked?.draft;
      const version = draft?.version ?? this.#documents.get(uri)?.version;
      if (version === undefined) return undefined;
      const diagnostics = draft === undefined ? [] : diagnosticsOf(draft);
      if (diagnostics.length === MOST_REPORTED) this.#sayOnce(uri, MANY_FINDINGS);
      this.#tellChecked(uri, version, checked);
      return { version, diagnostics };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#editor.journal.warn(`This draft could not be checked: ${reason}`);
      return undefined;
    }
  }

  #tellChecked(uri: string, version: number, checked: CheckedDraft | undefined): void {
    if (!this.#client.hasFactSheet) return;
    if (this.#told.has(uri) && this.#told.get(uri) === checked) return;
    this.#told.set(uri, checked);
    const draft =
      checked === undefined
        ? null
        : {
            findings: findingCounts(checked.draft),
            isCovered: checked.draft.report.isCovered,
            reference: this.#numberOf(checked.context.shelf),
          };
    this.#editor.draftChecked({ uri, version, draft });
  }

  #numberOf(shelf: Snapshot): number {
    const number = this.#numbers.get(shelf) ?? ++this.#lastNumber;
    this.#numbers.set(shelf, number);
    return number;
  }

  /**
   * What a document is held against; `undefined` for one that is no draft. `scope` is whose settings
   * count.
   */
  async #standard(uri: string, scope = uri): Promise<CheckContext | undefined> {
    if (isSuppressionsFile(uri)) return undefined;
    const settings = await this.#settingsFor(scope);
    if (!settings.enable) return undefined;
    const folder = this.folderOf(uri);
    const shelf = await this.#library.shelf(folder, settings.sources);
    if (folder !== undefined && this.#toldDossiers.get(folder)?.shelf !== shelf) {
      this.#tellDossiers(folder, shelf);
    }
    const found = await this.#decisions.of(uri);
    if (found !== undefined) this.#tellProblems(found);
    return shelf.holds(uri) ? undefined : { settings, shelf, found };
  }

  /** Says once of a glob why no sources are looked for by it; a folder's settings are written by anybody. */
  #isUsable(glob: string): boolean {
    const fault = leavesFolder(glob) ? 'leads out of the folder' : globFault(glob);
    if (fault === undefined) return true;
    if (!this.#faultyGlobs.has(glob)) {
      this.#faultyGlobs.add(glob);
      this.#editor.journal.warn(
        `The setting “copydesk.sources” has ${quotedGlob(glob)}, which ${fault}; it is left out`,
      );
    }
    return false;
  }

  #settingsFor(uri: string): Promise<Settings> {
    const known = this.#settings.get(uri);
    if (known !== undefined) return known;
    const settings = this.#editor
      .settings(uri)
      .then(readSettings, () => readSettings(undefined))
      .then((read) => ({ ...read, sources: read.sources.filter((glob) => this.#isUsable(glob)) }));
    this.#settings.set(uri, settings);
    return settings;
  }
}

function isCancelled(token: CancellationToken | undefined): boolean {
  return token?.isCancellationRequested === true;
}
