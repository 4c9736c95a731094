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
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import { withoutUnanswered } from '../checks/archive.js';
import { claimsTask } from '../checks/check.js';
import type { Draft } from '../checks/draft.js';
import type { Finding } from '../checks/finding.js';
import { MOST_REPORTED, diagnosticsOf } from '../features/diagnostics/diagnostics.js';
import { SIGN_OFF_FILE, type StoredSignOff } from '../features/factSheet/signOffFile.js';
import { problemsIn } from '../features/diagnostics/dossierProblems.js';
import { pulledReport } from '../features/diagnostics/pulledDiagnostics.js';
import { ownFileProblems } from '../features/diagnostics/ownFileProblems.js';
import { NO_READINGS, isJudgeRequest } from '../inference/readings.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import type { ReaderReports } from '../inference/workerReader.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { CursorsParams, VisibleRangeParams } from '../../protocol/requests.js';
import type { LoopbackModelName } from '../../protocol/secondOpinion.js';
import { isDossier } from '../reference/dossier.js';
import { NO_REFERENCE } from '../reference/reference.js';
import { type LocatedStyle, isStyleFile, locateStyle } from '../houseStyle/locateStyle.js';
import { STYLE_FILE, parseStyle } from '../houseStyle/styleFile.js';
import {
  type LocatedSuppressions,
  isSuppressionsFile,
  locateSuppressions,
} from '../suppressions/locateSuppressions.js';
import { SUPPRESSIONS_FILE, parseSuppressions } from '../suppressions/suppressionsFile.js';
import { fileNameOf, parseUri } from '../workspace/uris.js';
import type { Workspace } from '../workspace/workspace.js';
import { type CheckedDraft, type CheckContext, fixDraft, mayBeDraft } from './draftAnalysis.js';
import { ChangeEvent } from './changeEvent.js';
import type { ClientApi } from './clientApi.js';
import {
  type ClientInfo,
  canChangeDiagnostics,
  linksCodes,
  pullsDiagnostics,
  readClientInfo,
} from './clientInfo.js';
import type { Clock, Timer } from './clock.js';
import { DraftArchive } from './draftArchive.js';
import { DraftChecks } from './draftChecks.js';
import { DraftReadings } from './draftReadings.js';
import { DraftNotifier } from './draftNotifier.js';
import { FileProblems } from './fileProblems.js';
import { LazyOpinions } from './lazyOpinions.js';
import { DRAFT_FILES, FolderDrafts } from './folderDrafts.js';
import { partInView } from './longDraft.js';
import { OpenDocuments } from './openDocuments.js';
import { Debouncer } from './debouncer.js';
import { readingOrder } from './readingOrder.js';
import { withAllReadings } from './readingRounds.js';
import { ReferenceStore, type SessionHost, type Snapshot } from './referenceStore.js';
import type { OpinionDraft, SecondOpinions } from './secondOpinions.js';
import { Scheduler } from './scheduler.js';
import { ShownFindings } from './shownFindings.js';
import type { Settings } from './settings.js';
import { SettingsStore } from './settingsStore.js';
import { FileTargets } from './fileTargets.js';
import { SignOffStore } from './signOffStore.js';
import { OwnFiles } from './ownFiles.js';
import { TextFiles } from './textFiles.js';
import { WorkspaceFolders } from './workspaceFolders.js';

/** Long enough to wait for the end of a word, short enough to feel immediate. */
const TYPING_MILLISECONDS = 150;

/** How long a closed draft that was read waits for others, to be reported together with them. */
const CLOSED_MILLISECONDS = 1000;

const LONG_DRAFT =
  'This draft has more than a million characters, so Copydesk only checks the part in view.';

const MANY_FINDINGS = `Copydesk only shows the first ${MOST_REPORTED.toLocaleString('en')} findings in this draft.`;

interface Findings {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The readers and their results. */
interface Reading {
  readonly queue: ReadingQueue;
  /** The open drafts. */
  readonly drafts: DraftReadings;
  /** The closed drafts of the folders. */
  readonly closed: DraftReadings;
}

/** A folder with everything that its drafts are checked with. */
export interface FolderContext {
  /** Its files; `undefined` for a document that is in no folder, or in one that cannot be read. */
  readonly workspace: Workspace | undefined;
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  /** `undefined` if it is off. */
  readonly reader: ReadingQueue | undefined;
  /** Runs a task in short turns. */
  readonly run: <Result>(task: CooperativeTask<Result>) => Promise<Result>;
}

/**
 * The server's side of an editing session: holds the open documents, checks them as they change and
 * reports the findings. It does not depend on how messages are transported.
 */
export class Session {
  /** The files of the workspace, with the unsaved text of open ones. */
  readonly files: TextFiles;
  readonly #client: ClientApi;
  readonly #host: SessionHost;
  readonly #timer: Timer;
  readonly #scheduler: Scheduler;
  readonly #references: ReferenceStore;
  readonly #suppressions: OwnFiles<LocatedSuppressions>;
  readonly #houseStyles: OwnFiles<LocatedStyle>;
  /** The signatures in drafts. */
  readonly signOffs: SignOffStore;
  readonly #settings: SettingsStore;
  readonly #publisher: Debouncer<Findings>;
  readonly #fileProblems: FileProblems;
  readonly #notifier: DraftNotifier;
  readonly #checks: DraftChecks;
  readonly #shown: ShownFindings;
  readonly #folderDrafts: FolderDrafts;
  readonly #documents = new OpenDocuments();
  readonly #folders = new WorkspaceFolders();
  readonly #changes = new ChangeEvent();
  readonly #rulesPage: string | undefined;
  /** The visible ranges of drafts, from a client that sends them. */
  readonly #visibleRanges = new Map<string, VisibleRangeParams['range']>();
  #clientInfo: ClientInfo = {
    capabilities: {},
    hasFactSheet: false,
    showsEvidence: false,
    storesDecisions: false,
    checksClaims: false,
    asksModels: false,
    storage: undefined,
  };
  #reading: Reading | undefined;
  /** The open drafts with claims that the judge has still to read. */
  readonly #withUnreadClaims = new Set<string>();
  /** The newsroom's archive; `undefined` if none is asked. */
  readonly #archive: DraftArchive | undefined;
  /** The opinions of the reporter's own model about claims. */
  readonly opinions: LazyOpinions;
  readonly #now: () => number;
  /** True if closed drafts that were read will be reported soon. */
  #isClosedChangeDue = false;
  #hasReportedWorkspace = false;

  constructor(client: ClientApi, host: SessionHost, clock: Clock) {
    this.#client = client;
    this.#host = host;
    this.#timer = clock.timer;
    this.#now = clock.now;
    this.opinions = new LazyOpinions(() => this.#loadOpinions());
    this.#rulesPage = host.rulesPage;
    const scheduler = (this.#scheduler = new Scheduler(clock));
    const documentAt = (uri: string): TextDocument | undefined => this.#documents.get(uri);
    this.#checks = new DraftChecks(scheduler);
    this.#shown = new ShownFindings(documentAt, (uri) => this.#showAgain(uri), clock.timer);
    this.#references = new ReferenceStore(host, client.log, client.showProgress);
    const openText = (uri: string): string | undefined => documentAt(uri)?.getText();
    this.#suppressions = new OwnFiles(locateSuppressions, host.open, openText);
    this.#houseStyles = new OwnFiles(locateStyle, host.open, openText);
    const targets = new FileTargets(host.open, documentAt);
    this.signOffs = new SignOffStore((uri) => targets.signOffTarget(uri, this.folderOf(uri)));
    this.#settings = new SettingsStore(client);
    this.#fileProblems = new FileProblems(
      (uri, version, diagnostics) => client.publish(uri, version, diagnostics),
      (uri) => documentAt(uri) !== undefined,
    );
    this.#notifier = new DraftNotifier(client);
    this.#archive =
      host.openArchive &&
      new DraftArchive(
        host.openArchive,
        client,
        (uri) => {
          this.#checkAgain(uri);
          // The code lens counts what the archive supports.
          this.#client.refresh();
        },
        clock.timer,
      );
    this.files = new TextFiles(host.open, documentAt, (uri) => this.#folders.containing(uri));
    this.#folderDrafts = new FolderDrafts(
      this.files,
      {
        documentAt,
        diagnostics: async (uri) => (await this.#findings(uri))?.diagnostics,
        context: (uri, scope) => this.#contextOf(uri, scope),
        folderOf: (uri) => this.folderOf(uri),
        report: (draft) => this.#diagnosticsOf(draft),
        read: (draft) => this.#readClosed(draft),
      },
      scheduler,
    );
    this.#publisher = new Debouncer(
      (uri) => this.#findings(uri),
      (uri, { version, diagnostics }) => client.publish(uri, version, diagnostics),
      clock.timer,
    );
  }

  /** Call before anything else, with the client's introduction. */
  initialize(
    params: Pick<InitializeParams, 'capabilities' | 'workspaceFolders' | 'initializationOptions'>,
  ): void {
    this.#clientInfo = readClientInfo(params);
    const { storage } = this.#clientInfo;
    if (storage !== undefined) this.#references.cacheIn(storage);
    const reports: ReaderReports = {
      warn: (sentence) => this.#client.log.warn(sentence),
      engine: (sentence) => this.#reportEngine(sentence),
    };
    const queue = this.#host.reader?.(reports, storage);
    if (queue !== undefined) this.#reading = this.#startReading(queue);
    if (this.#ownModel !== undefined) void this.opinions.get();
    this.#folders.change({ added: params.workspaceFolders ?? [], removed: [] });
  }

  #startReading(queue: ReadingQueue): Reading {
    const drafts = new DraftReadings(queue, 'soon', (uri) => this.#checkAgain(uri), this.#timer);
    const closed = new DraftReadings(
      queue,
      'background',
      (uri) => this.#checkClosedAgain(uri),
      this.#timer,
    );
    return { queue, drafts, closed };
  }

  async #loadOpinions(): Promise<SecondOpinions> {
    const { openSecondOpinions } = await this.#host.loadOpinions();
    const host = { ...this.#host, ownModel: this.#ownModel };
    return openSecondOpinions(host, this.#client, this.#clientInfo.storage, this.#now);
  }

  /** The model that the environment names. A client that asks for consent for each folder goes by that alone. */
  get #ownModel(): LoopbackModelName | undefined {
    return this.#clientInfo.asksModels ? undefined : this.#host.ownModel;
  }

  #reportEngine(sentence: string): void {
    this.#client.log.info(sentence);
    if (this.#clientInfo.hasFactSheet) this.#client.readersStarted({ engine: sentence });
  }

  /** The client's introduction. */
  get clientInfo(): ClientInfo {
    return this.#clientInfo;
  }

  /** Resolves when the process can end without losing anything. Does not reject. */
  async shutdown(): Promise<void> {
    await Promise.all([
      this.#references.flush(),
      this.#reading?.queue.flush(),
      this.#archive?.close(),
      this.opinions.ifLoaded?.then((opinions) => opinions.flush()),
    ]);
    this.#reading?.queue.stop();
  }

  openDocument({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, text } = textDocument;
    const before = this.#documents.spelling(uri);
    if (before !== uri) this.closeDocument(before);
    this.#documents.open(textDocument);
    this.#checks.invalidate(uri);
    this.#recheck(uri, 0);
    this.#fireChange();
    if (isDossier(text)) this.#fileProblems.refreshDossiers();
    this.#changeOwnFile(uri);
  }

  changeDocument({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const changes = this.#documents.change(textDocument, contentChanges);
    const document = this.#documents.get(textDocument.uri);
    if (changes === undefined || document === undefined) return;
    const { uri } = document;
    this.#shown.change(document, changes);
    this.#archive?.cancel(uri);
    this.#checks.invalidate(uri);
    this.#recheck(uri, TYPING_MILLISECONDS);
    this.#changeOwnFile(uri);
  }

  /** Call when a document was saved. */
  saveDocument(uri: string): void {
    const document = this.#documents.get(uri);
    if (document !== undefined) this.#shown.save(document);
  }

  closeDocument(closed: string): void {
    const uri = this.#documents.spelling(closed);
    const document = this.#documents.get(uri);
    const version = document?.version;
    this.#publisher.cancel(uri);
    this.#shown.close(uri);
    this.#documents.close(uri);
    this.#checks.forget(uri);
    this.#reading?.drafts.forget(uri);
    this.#archive?.forget(uri);
    this.#withUnreadClaims.delete(uri);
    this.#visibleRanges.delete(uri);
    this.#notifier.forget(uri);
    this.#settings.forget(uri);
    this.#folderDrafts.forget(uri);
    if (this.#isPulled) this.#timer(() => this.#clearClosed(uri), TYPING_MILLISECONDS);
    else if (version !== undefined) this.#client.publish(uri, version, []);
    this.#fireChange();
    if (document !== undefined && isDossier(document.getText())) {
      this.#fileProblems.refreshDossiers();
    }
    this.#changeOwnFile(uri);
  }

  /** Call when other lines of a draft come into view. */
  changeVisibleRange({ textDocument, range }: VisibleRangeParams): void {
    const document = this.#documents.get(textDocument.uri);
    if (document === undefined) return;
    const { uri } = document;
    this.#visibleRanges.set(uri, range);
    const last = this.#checks.last(uri);
    if (this.#partOf(document, last) === last?.part) {
      this.#readInOrder(uri);
      return;
    }
    this.#recheck(uri, TYPING_MILLISECONDS);
    this.#client.refresh();
  }

  /** Call when the reporter has moved the cursors of a document, or has left it. */
  moveCursors({ textDocument: { uri }, positions }: CursorsParams): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    const cursors = positions.map((position) => document.offsetAt(position));
    this.#shown.moveCursors(document, cursors);
    this.#readInOrder(document.uri);
  }

  changeFolders(event: WorkspaceFoldersChangeEvent): void {
    this.#folders.change(event);
    this.changeSettings();
  }

  /** Call when settings changed, and once when they can first be requested. */
  changeSettings(): void {
    this.#settings.forgetAll();
    this.#recheckAll();
    void this.#watchFiles();
  }

  /**
   * Call when sources, drafts, suppressions, house styles or sign-off files were written, created
   * or deleted. `created` has the new ones among them: a source that was opened before its folder
   * was searched again has been checked as a draft until now.
   */
  changeFiles(uris: readonly string[], created: readonly string[] = []): void {
    const others = uris.filter(
      (uri) =>
        !isSuppressionsFile(uri) &&
        !isStyleFile(uri) &&
        !isSignOffFile(uri) &&
        (created.includes(uri) || !this.#isDraft(uri)),
    );
    for (const uri of uris) {
      this.#folderDrafts.forget(uri);
      this.#reading?.closed.forget(uri);
    }
    if (others.length > 0) this.#references.forget();
    if (uris.some(isSignOffFile)) this.#changeSignOffs();
    if (uris.some((uri) => isSuppressionsFile(uri) || isStyleFile(uri))) this.#changeOwnFiles();
    else if (others.length > 0) this.#recheckAll();
    else this.#fireChange();
  }

  /**
   * Answers a client that pulls diagnostics. During typing it sends a request for every key and cancels
   * the one before, so only the last is answered with a check.
   */
  async diagnostics(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const uri = this.#documents.spelling(textDocument.uri);
    await this.#pauseIfTyping(uri);
    const found = isCancelled(token) ? undefined : await this.#findings(uri);
    return pulledReport(found?.diagnostics ?? [], previousResultId);
  }

  /**
   * The diagnostics of all drafts in the folders that have sources. A client that already has them
   * is answered when something has changed.
   */
  async workspaceDiagnostics(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const isFirst = !this.#hasReportedWorkspace;
    this.#hasReportedWorkspace = true;
    for (;;) {
      const change = this.#changes.next(token);
      const items = await this.#folderDrafts.reports(this.#folders.all, previousResultIds, token);
      const isNews = items.some(({ kind }) => kind === 'full');
      if (isNews || isFirst || isCancelled(token)) return { items };
      await change;
      if (isCancelled(token)) return { items };
    }
  }

  /** The last check of a draft, if the text has not changed since. */
  lastChecked(uri: string): CheckedDraft | undefined {
    const checked = this.#lastOf(uri);
    return checked?.draft.version === this.#documents.get(uri)?.version ? checked : undefined;
  }

  /** The open document at a URI, however that is escaped. */
  document(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /**
   * The newest version of an open document, checked; a finished check is not repeated. `undefined`
   * for a document that is not a draft, such as a source or one that the settings exclude, and if
   * the request is cancelled.
   */
  async checked(asked: string, token?: CancellationToken): Promise<CheckedDraft | undefined> {
    const uri = this.#documents.spelling(asked);
    for (;;) {
      const context = await this.#contextOf(uri);
      const document = this.#documents.get(uri);
      if (context === undefined || document === undefined || !mayBeDraft(document.getText())) {
        return undefined;
      }
      const part = this.#partOf(document, this.#checks.last(uri));
      if (part !== undefined) this.#notifier.show(uri, LONG_DRAFT);
      const checked = await this.#checks.check(document, context, part);
      if (isCancelled(token)) return undefined;
      if (checked !== undefined) {
        for (const message of checked.draft.report.leftOut) this.#notifier.show(uri, message);
        return checked;
      }
      // A newer version made the check obsolete, so someone is typing.
      await this.#pause();
    }
  }

  /**
   * The newest version of a draft as it was checked, and its prose with all fixes applied.
   * `undefined` for a document that is not a draft, for a long draft that was only read in part, if
   * a newer version makes the result obsolete, and if the request is cancelled.
   */
  async fixed(
    uri: string,
    token: CancellationToken,
  ): Promise<{ readonly draft: Draft; readonly fixed: Prose } | undefined> {
    const checked = await this.checked(uri, token);
    const document = this.#documents.get(uri);
    if (checked === undefined || checked.part !== undefined || document === undefined) {
      return undefined;
    }
    const { draft } = checked;
    if (draft.version !== document.version) return undefined;
    const isWanted = (): boolean => !isCancelled(token) && draft.version === document.version;
    const reader = checked.context.readings.isOn ? this.#reading?.queue : undefined;
    const fixed = await withAllReadings(reader, (_, ask) =>
      isWanted()
        ? this.#checks.run(draft.uri, fixDraft(document, checked, ask), isWanted)
        : undefined,
    );
    return fixed && { draft, fixed };
  }

  /** The part of a draft to read if `last` was read before; `undefined` for all of it. */
  #partOf(document: TextDocument, last: CheckedDraft | undefined): Span | undefined {
    const range = this.#visibleRanges.get(document.uri);
    const view = range && {
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    };
    return partInView(document.getText(), view, last?.part);
  }

  /** The draft of `checked`. */
  async draft(uri: string, token: CancellationToken): Promise<Draft | undefined> {
    return (await this.checked(uri, token))?.draft;
  }

  /** The draft of `checked` with its claims computed, so that reading them takes no time. */
  draftWithClaims(uri: string, token: CancellationToken): Promise<Draft | undefined> {
    return this.runOnDraft(uri, token, function* (draft) {
      yield* claimsTask(draft.report);
      return draft;
    });
  }

  /**
   * Runs a task on the newest version of a draft, and starts again if a newer one makes it obsolete.
   * Resolves to `undefined` for a document that is not a draft, and if the request is cancelled.
   */
  async runOnDraft<Result>(
    uri: string,
    token: CancellationToken,
    task: (draft: Draft) => CooperativeTask<Result>,
  ): Promise<Result | undefined> {
    const opinions = await this.opinions.ifLoaded;
    const folder = this.folderOf(uri);
    return this.runOnChecked(uri, token, function* (checked) {
      return yield* task(
        opinions === undefined ? checked.draft : yield* opinions.on(opinionDraft(checked), folder),
      );
    });
  }

  /** The same with the check and its context, without opinions. */
  async runOnChecked<Result>(
    uri: string,
    token: CancellationToken,
    task: (checked: CheckedDraft) => CooperativeTask<Result>,
  ): Promise<Result | undefined> {
    for (;;) {
      const checked = await this.checked(uri, token);
      if (checked === undefined) return undefined;
      const isWanted = (): boolean => !isCancelled(token);
      const result = await this.#checks.run(checked.draft.uri, task(checked), isWanted);
      if (result !== undefined || !isWanted()) return result;
    }
  }

  /** The last version of a draft that was checked, which may be older than the text. */
  lastDraft(uri: string): Draft | undefined {
    return this.#lastOf(uri)?.draft;
  }

  /** The last check of a draft, however its URI is escaped. */
  #lastOf(uri: string): CheckedDraft | undefined {
    return this.#checks.last(this.#documents.spelling(uri));
  }

  /** The URIs of the drafts in the folder of a draft, open or not, including its own. */
  async draftsInFolderOf({ draft, context }: CheckedDraft): Promise<readonly string[]> {
    const folder = this.folderOf(draft.uri);
    const found = folder === undefined ? [] : await this.#folderDrafts.find(folder, context);
    const open = this.#documents.uris.filter((uri) => this.folderOf(uri) === folder);
    return [...open, ...found];
  }

  /** The sources of the folder of a document, without the sample that ships. */
  async sourcesFor(uri: string): Promise<Pick<Snapshot, 'reference' | 'uriOfSource'>> {
    const { sources } = await this.#settings.of(uri);
    const { reference, uriOfSource } = await this.#references.snapshot(this.folderOf(uri), sources);
    return { reference: reference.origin === 'sample' ? NO_REFERENCE : reference, uriOfSource };
  }

  /**
   * The sources that a question about the folder of a document is answered from, for every kind of
   * client.
   */
  async folderContext(uri: string): Promise<FolderContext> {
    const settings = await this.#settings.of(uri);
    const folder = this.folderOf(uri);
    return {
      workspace: folder && this.#host.open(folder),
      settings,
      snapshot: await this.#references.snapshot(folder, settings.sources),
      reader: settings.sentenceReader === 'on' ? this.#reading?.queue : undefined,
      run: (task) => this.#scheduler.run(task),
    };
  }

  /** The snapshots of all folders that have sources, and the sample if a draft is checked against it. */
  async snapshots(): Promise<readonly Snapshot[]> {
    const folders = this.#folders.all.length === 0 ? [undefined] : this.#folders.all;
    const snapshots = await Promise.all(
      folders.map(async (folder) => {
        const { sources } = await this.#settings.of(folder?.toString() ?? '');
        return this.#references.snapshot(folder, sources);
      }),
    );
    const used = new Set(
      this.#documents.uris.map((uri) => this.#checks.last(uri)?.draft.reference),
    );
    return snapshots.filter(
      ({ reference }) => reference.origin !== 'sample' || used.has(reference),
    );
  }

  /** The innermost workspace folder that contains a document. */
  folderOf(uri: string): URI | undefined {
    const parsed = parseUri(uri);
    return parsed === undefined ? undefined : this.#folders.containing(parsed);
  }

  #changeOwnFile(uri: string): void {
    if (isSuppressionsFile(uri) || isStyleFile(uri)) this.#changeOwnFiles();
    if (isSignOffFile(uri)) this.#changeSignOffs();
  }

  /** The checks are still valid; only the claims left to check are counted again. */
  #changeSignOffs(): void {
    this.signOffs.forget();
    for (const uri of this.#documents.uris) this.#recheck(uri, 0);
    this.#client.refresh();
  }

  #changeOwnFiles(): void {
    this.#suppressions.forget();
    this.#houseStyles.forget();
    this.#fileProblems.clearOwnFiles();
    this.#recheckAll();
  }

  /** Publishes the diagnostics of a document again, unless the client pulls them. */
  #recheck(uri: string, milliseconds: number): void {
    if (!this.#isPulled) this.#publisher.schedule(uri, milliseconds);
  }

  /** Checks a draft again, with more of its sentences read. */
  #checkAgain(uri: string): void {
    this.#checks.refresh(uri);
    this.#showAgain(uri);
  }

  /** Requests readings of the unread sentences of a checked draft. */
  #read(checked: CheckedDraft): void {
    const { uri, version, prose, report } = checked.draft;
    const document = this.#documents.get(uri);
    if (document?.version !== version) return;
    const range = this.#visibleRanges.get(uri);
    const visible = range && {
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    };
    const cursors = this.#shown.cursorsIn(document);
    const order = readingOrder(prose, report.unread, { cursors, visible });
    this.#reading?.drafts.read(uri, version, order);
    if (report.unread.some(isJudgeRequest)) this.#withUnreadClaims.add(uri);
    // The code lens counts what the judge supports.
    else if (this.#withUnreadClaims.delete(uri)) this.#client.refresh();
  }

  #readClosed({ uri, version, report }: Draft): void {
    this.#reading?.closed.read(uri, version, { requests: report.unread, urgent: 0 });
  }

  /** Checks closed drafts again, together if they were read soon after one another. */
  #checkClosedAgain(uri: string): void {
    this.#folderDrafts.refresh(uri);
    if (this.#isClosedChangeDue) return;
    this.#isClosedChangeDue = true;
    this.#timer(() => {
      this.#isClosedChangeDue = false;
      this.#changes.fire();
    }, CLOSED_MILLISECONDS);
  }

  /** Changes the order in which sentences are read, because the reporter looks at others. */
  #readInOrder(uri: string): void {
    const checked = this.#checks.last(uri);
    if (checked !== undefined && this.#reading?.drafts.isReading(uri) === true) this.#read(checked);
  }

  /** Sends the client the diagnostics of a document again, because other findings are shown now. */
  #showAgain(uri: string): void {
    this.#recheck(uri, 0);
    if (!this.#isPulled) return;
    this.#client.refreshDiagnostics();
    this.#changes.fire();
  }

  #recheckAll(): void {
    for (const uri of this.#documents.uris) this.#recheck(uri, TYPING_MILLISECONDS);
    this.#client.refresh();
    this.#fireChange();
  }

  /**
   * VS Code requests a closed document once more and ignores workspace diagnostics for it until
   * then.
   */
  #clearClosed(uri: string): void {
    this.#folderDrafts.close(uri);
    this.#fireChange();
  }

  #fireChange(): void {
    this.files.forget();
    this.#changes.fire();
  }

  /** Resolves immediately for a document that is new or has not changed since its check. Does not reject. */
  async #pauseIfTyping(uri: string): Promise<void> {
    const checked = this.#checks.last(uri)?.draft.version;
    if (checked === undefined || checked === this.#documents.get(uri)?.version) return;
    await this.#pause();
  }

  /** Resolves when another key would have arrived during typing. Does not reject. */
  #pause(): Promise<void> {
    return new Promise((resolve) => void this.#timer(resolve, TYPING_MILLISECONDS));
  }

  get #isPulled(): boolean {
    return pullsDiagnostics(this.#clientInfo.capabilities);
  }

  #isDraft(uri: string): boolean {
    return this.#folderDrafts.has(uri) || this.#lastOf(uri) !== undefined;
  }

  async #watchFiles(): Promise<void> {
    const folders = this.#folders.all.map((folder) => folder.toString());
    const settings = await Promise.all(folders.map((folder) => this.#settings.of(folder)));
    const sources = settings.flatMap((read) => read.sources);
    const drafts = this.#isPulled ? DRAFT_FILES : [];
    const globs = new Set([
      ...sources,
      `**/${SUPPRESSIONS_FILE}`,
      `**/${STYLE_FILE}`,
      `**/${SIGN_OFF_FILE}`,
      ...drafts,
    ]);
    this.#client.watch(folders, [...globs]);
  }

  async #findings(uri: string): Promise<Findings | undefined> {
    const document = this.#documents.get(uri);
    if (document !== undefined && (isSuppressionsFile(uri) || isStyleFile(uri))) {
      const parse = isStyleFile(uri) ? parseStyle : parseSuppressions;
      const { problems } = parse(document.getText());
      const { version } = document;
      return { version, diagnostics: ownFileProblems(document.getText(), problems) };
    }
    if (document !== undefined && isDossier(document.getText())) {
      const { enable } = await this.#settings.of(uri);
      const { version } = document;
      this.#notifyChecked(uri, version, undefined, [], []);
      return { version, diagnostics: enable ? problemsIn(document.getText()) : [] };
    }
    try {
      const checked = await this.checked(uri);
      const draft = checked?.draft;
      const version = draft?.version ?? this.#documents.get(uri)?.version;
      if (version === undefined) return undefined;
      if (checked !== undefined) this.#askArchive(checked);
      const shown = checked === undefined ? [] : this.#shownOf(checked);
      if (checked !== undefined) this.#read(checked);
      const diagnostics = draft === undefined ? [] : this.#diagnosticsOf(draft, shown);
      if (diagnostics.length === MOST_REPORTED) this.#notifier.show(uri, MANY_FINDINGS);
      const signed = checked === undefined ? [] : await this.signOffs.of(uri);
      this.#notifyChecked(uri, version, checked, shown, signed);
      return { version, diagnostics };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#client.log.warn(`This draft could not be checked: ${reason}`);
      return undefined;
    }
  }

  /**
   * Asks the archive about everything that the sources do not answer, unless a newer version was
   * checked.
   */
  #askArchive({ draft: { uri, version, report } }: CheckedDraft): void {
    if (report.queries === undefined || this.#documents.get(uri)?.version !== version) return;
    this.#archive?.ask(uri, report.queries);
  }

  /**
   * The findings that the reporter sees: all of them if the client cannot receive the others later.
   */
  #shownOf(checked: CheckedDraft): readonly Finding[] {
    const { uri, report } = checked.draft;
    const document = this.#documents.get(uri);
    if (document === undefined || !canChangeDiagnostics(this.#clientInfo.capabilities))
      return report.findings;
    const shown = this.#shown.of(document, checked);
    // The archive may contain what the sources lack, so nothing is reported as missing before its
    // answer.
    return this.#archive?.isAsking(uri) === true ? withoutUnanswered(shown, report) : shown;
  }

  #diagnosticsOf(draft: Draft, findings = draft.report.findings): readonly Diagnostic[] {
    const canLink = linksCodes(this.#clientInfo.capabilities);
    return diagnosticsOf(draft, canLink ? this.#rulesPage : undefined, findings);
  }

  #notifyChecked(
    uri: string,
    version: number,
    checked: CheckedDraft | undefined,
    shown: readonly Finding[],
    signed: readonly StoredSignOff[],
  ): void {
    if (!this.#clientInfo.hasFactSheet) return;
    const isReading = this.#reading?.drafts.isReading(uri) === true;
    const unread = isReading ? (checked?.draft.report.unread.length ?? 0) : 0;
    this.#notifier.draftChecked(uri, version, checked, shown, signed, unread);
  }

  /** The context that a document is checked in under the settings of `scope`; `undefined` if it is not a draft. */
  async #contextOf(uri: string, scope = uri): Promise<CheckContext | undefined> {
    if (isSuppressionsFile(uri) || isStyleFile(uri) || isSignOffFile(uri)) return undefined;
    const settings = await this.#settings.of(scope);
    if (!settings.enable) return undefined;
    const folder = this.folderOf(uri);
    const snapshot = await this.#references.snapshot(folder, settings.sources);
    if (folder !== undefined) this.#fileProblems.reportDossiers(folder, snapshot);
    const suppressions = await this.#suppressions.of(uri);
    if (suppressions !== undefined) this.#fileProblems.reportOwnFile(suppressions);
    const houseStyle = await this.#houseStyles.of(uri);
    if (houseStyle !== undefined) this.#fileProblems.reportOwnFile(houseStyle);
    const readings = settings.sentenceReader === 'on' ? this.#reading?.queue.readings : undefined;
    // An editor opens text files of any kind; only those in a folder with sources are drafts.
    const isUnrelated =
      this.#clientInfo.hasFactSheet &&
      /\.txt$/iu.test(uri) &&
      snapshot.reference.origin !== 'sources';
    // Nobody looks at a closed draft, so it is checked without the archive.
    const archive = this.#documents.get(uri) && this.#archive?.evidence(uri);
    return isUnrelated || snapshot.isSource(uri)
      ? undefined
      : {
          ...{ settings, snapshot, suppressions, houseStyle, archive },
          readings: readings ?? NO_READINGS,
        };
  }
}

/** A checked draft, as second opinions depend on it. */
export function opinionDraft({ draft, context }: CheckedDraft): OpinionDraft {
  const { readings, snapshot } = context;
  return { draft, readings, indexes: snapshot.indexes ?? [] };
}

function isSignOffFile(uri: string): boolean {
  return fileNameOf(uri) === SIGN_OFF_FILE;
}

function isCancelled(token: CancellationToken | undefined): boolean {
  return token?.isCancellationRequested === true;
}
