import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LoopbackModelName } from '../../protocol/secondOpinion.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Workspace } from '../workspace/workspace.js';
import { CheckedDrafts } from './checkedDrafts.js';
import type { ClientApi } from './clientApi.js';
import {
  type ClientInfo,
  type Introduction,
  pullsDiagnostics,
  readClientInfo,
} from './clientInfo.js';
import type { Clock } from './clock.js';
import { Diagnostics } from './diagnostics.js';
import { DocumentFindings } from './documentFindings.js';
import { DraftArchive } from './draftArchive.js';
import { DraftChecks } from './draftChecks.js';
import { DraftContexts } from './draftContexts.js';
import { DraftNotifier } from './draftNotifier.js';
import { Editing } from './editing.js';
import { FileProblems } from './fileProblems.js';
import { FileTargets } from './fileTargets.js';
import { DRAFT_FILES, FolderDrafts } from './folderDrafts.js';
import { FolderSources } from './folderSources.js';
import { LazyOpinions } from './lazyOpinions.js';
import { OpenDocuments } from './openDocuments.js';
import { OWN_FILES, isCheckingFile, isSignOffFile } from './ownFileKinds.js';
import { ReadingRequests } from './readingRequests.js';
import { ReferenceStore } from './referenceStore.js';
import type { SessionHost } from './sessionHost.js';
import type { Snapshot } from './snapshot.js';
import { Scheduler } from './scheduler.js';
import type { SecondOpinions } from './secondOpinions.js';
import type { Settings } from './settings.js';
import { SettingsStore } from './settingsStore.js';
import { ShownFindings } from './shownFindings.js';
import { SignOffStore } from './signOffStore.js';
import { TextFiles } from './textFiles.js';
import { VisibleRanges } from './visibleRanges.js';
import { WorkspaceFolders } from './workspaceFolders.js';

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
 * The server's side of an editing session: connects its parts, and passes changes of settings,
 * folders and files to those that they concern. It does not depend on how messages are transported.
 */
export class Session {
  /** What the client declared about itself. */
  readonly clientInfo: ClientInfo;
  /** The open documents. */
  readonly documents = new OpenDocuments();
  /** Receives what the reporter does in them. */
  readonly editing: Editing;
  /** The drafts among them, checked. */
  readonly drafts: CheckedDrafts;
  readonly diagnostics: Diagnostics;
  readonly folders = new WorkspaceFolders();
  /** The drafts in the folders, open or not. */
  readonly folderDrafts: FolderDrafts;
  /** The sources of the folders. */
  readonly sources: FolderSources;
  /** The files of the workspace, with the unsaved text of open ones. */
  readonly files: TextFiles;
  /** The files next to drafts that edits are made in. */
  readonly fileTargets: FileTargets;
  /** The signatures in drafts. */
  readonly signOffs: SignOffStore;
  /** The opinions of the reporter's own model about claims. */
  readonly opinions: LazyOpinions;
  readonly #client: ClientApi;
  readonly #host: SessionHost;
  readonly #now: () => number;
  readonly #scheduler: Scheduler;
  readonly #settings: SettingsStore;
  readonly #references: ReferenceStore;
  readonly #contexts: DraftContexts;
  /** `undefined` if there are no readers. */
  readonly #reading: ReadingRequests | undefined;
  /** The newsroom's archive; `undefined` if none is asked. */
  readonly #archive: DraftArchive | undefined;

  constructor(client: ClientApi, host: SessionHost, clock: Clock, introduction: Introduction) {
    const { timer } = clock;
    const { documents, folders } = this;
    const documentAt = (uri: string): TextDocument | undefined => documents.get(uri);
    const clientInfo = (this.clientInfo = readClientInfo(introduction));
    this.#client = client;
    this.#host = host;
    this.#now = clock.now;
    const scheduler = (this.#scheduler = new Scheduler(clock));
    folders.change({ added: introduction.workspaceFolders ?? [], removed: [] });

    const settings = (this.#settings = new SettingsStore(client));
    const references = new ReferenceStore(host, client.log, client.showProgress);
    if (clientInfo.storage !== undefined) references.cacheIn(clientInfo.storage);
    this.#references = references;
    this.sources = new FolderSources(folders, settings, references);
    const files = (this.files = new TextFiles(host.open, documentAt, (uri) =>
      folders.containing(uri),
    ));
    const targets = (this.fileTargets = new FileTargets(host.open, documentAt));
    this.signOffs = new SignOffStore((uri) => targets.signOffTarget(uri, folders.of(uri)));
    this.opinions = new LazyOpinions(() => this.#loadOpinions());

    const visibleRanges = new VisibleRanges();
    const notifier = new DraftNotifier(client);
    const checks = new DraftChecks(scheduler);
    const fileProblems = new FileProblems(
      (uri, version, diagnostics) => client.publish(uri, version, diagnostics),
      (uri) => documentAt(uri) !== undefined,
    );
    const shown = new ShownFindings(documentAt, (uri) => this.diagnostics.showAgain(uri), timer);
    const reader = this.#startReader();
    this.#reading =
      reader &&
      new ReadingRequests(
        reader,
        { documents, visibleRanges, shown },
        {
          checkAgain: (uri) => this.diagnostics.checkAgain(uri),
          checkClosedAgain: (uri) => this.diagnostics.checkClosedAgain(uri),
          // The code lens counts what the judge supports.
          claimsRead: () => client.refresh(),
        },
        timer,
      );
    const checkWithAnswers = (uri: string): void => {
      this.diagnostics.checkAgain(uri);
      // The code lens counts what the archive supports.
      client.refresh();
    };
    this.#archive =
      host.openArchive && new DraftArchive(host.openArchive, client, checkWithAnswers, timer);

    // Each part takes what it needs of those before it.
    const { opinions, signOffs } = this;
    const { log } = client;
    const [reading, archive] = [this.#reading, this.#archive];
    const editor = { client, clientInfo, log, timer, documents, visibleRanges, folders, files };
    const stores = { settings, references, fileProblems, signOffs, opinions };
    const work = { scheduler, checks, notifier, shown, reader, reading, archive };
    const contexts = new DraftContexts(host.open, { ...editor, ...stores, ...work });
    const parts = { ...editor, ...stores, ...work, contexts };
    const drafts = new CheckedDrafts(parts);
    const findings = new DocumentFindings({ ...parts, drafts }, host.rulesPage);
    const folderDrafts = new FolderDrafts({ ...parts, findings });
    const diagnostics = new Diagnostics({ ...parts, findings, folderDrafts });
    const changeOwnFile = (uri: string): void => this.#changeOwnFile(uri);
    this.#contexts = contexts;
    this.drafts = drafts;
    this.folderDrafts = folderDrafts;
    this.diagnostics = diagnostics;
    this.editing = new Editing({ ...parts, drafts, folderDrafts, diagnostics }, changeOwnFile);
    if (this.#ownModel !== undefined) void this.opinions.get();
  }

  changeFolders(event: WorkspaceFoldersChangeEvent): void {
    this.folders.change(event);
    this.changeSettings();
  }

  /** Call when settings changed, and once when they can first be requested. */
  changeSettings(): void {
    this.#settings.forgetAll();
    this.diagnostics.checkAllAgain();
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
        !isCheckingFile(uri) &&
        !isSignOffFile(uri) &&
        (created.includes(uri) || !this.#isDraft(uri)),
    );
    for (const uri of uris) {
      this.folderDrafts.forget(uri);
      this.#reading?.closed.forget(uri);
    }
    if (others.length > 0) this.#references.forget();
    if (uris.some(isSignOffFile)) this.#changeSignOffs();
    if (uris.some(isCheckingFile)) this.#changeCheckingFiles();
    else if (others.length > 0) this.diagnostics.checkAllAgain();
    else this.diagnostics.changeFiles();
  }

  /**
   * The sources that a question about the folder of a document is answered from, for every kind of
   * client.
   */
  async folderContext(uri: string): Promise<FolderContext> {
    const settings = await this.#settings.of(uri);
    const folder = this.folders.of(uri);
    return {
      workspace: folder && this.#host.open(folder),
      settings,
      snapshot: await this.#references.snapshot(folder, settings.sources),
      reader: settings.sentenceReader === 'on' ? this.#reading?.queue : undefined,
      run: (task) => this.#scheduler.run(task),
    };
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

  #startReader(): ReadingQueue | undefined {
    const reports = {
      warn: (sentence: string) => this.#client.log.warn(sentence),
      engine: (sentence: string) => this.#reportEngine(sentence),
    };
    return this.#host.reader?.(reports, this.clientInfo.storage);
  }

  #reportEngine(sentence: string): void {
    this.#client.log.info(sentence);
    if (this.clientInfo.hasFactSheet) this.#client.readersStarted({ engine: sentence });
  }

  async #loadOpinions(): Promise<SecondOpinions> {
    const { openSecondOpinions } = await this.#host.loadOpinions();
    const host = { ...this.#host, ownModel: this.#ownModel };
    return openSecondOpinions(host, this.#client, this.clientInfo.storage, this.#now);
  }

  /** The model that the environment names. A client that asks for consent for each folder goes by that alone. */
  get #ownModel(): LoopbackModelName | undefined {
    return this.clientInfo.asksModels ? undefined : this.#host.ownModel;
  }

  #isDraft(uri: string): boolean {
    return this.folderDrafts.has(uri) || this.drafts.last(uri) !== undefined;
  }

  #changeOwnFile(uri: string): void {
    if (isCheckingFile(uri)) this.#changeCheckingFiles();
    if (isSignOffFile(uri)) this.#changeSignOffs();
  }

  /** The checks are still valid; only the claims left to check are counted again. */
  #changeSignOffs(): void {
    this.signOffs.forget();
    for (const uri of this.documents.uris) this.diagnostics.publish(uri, 0);
    this.#client.refresh();
  }

  #changeCheckingFiles(): void {
    this.#contexts.forgetOwnFiles();
    this.diagnostics.checkAllAgain();
  }

  async #watchFiles(): Promise<void> {
    const folders = this.folders.all.map((folder) => folder.toString());
    const sources = await this.sources.globs();
    const drafts = pullsDiagnostics(this.clientInfo.capabilities) ? DRAFT_FILES : [];
    this.#client.watch(folders, [...new Set([...sources, ...OWN_FILES, ...drafts])]);
  }
}
