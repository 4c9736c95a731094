import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { pulledReport } from '../features/diagnostics/pulledDiagnostics.js';
import { isCancelled } from './cancellation.js';
import { ChangeEvent } from './changeEvent.js';
import type { ClientApi } from './clientApi.js';
import { type ClientInfo, pullsDiagnostics } from './clientInfo.js';
import type { Timer } from './clock.js';
import { Debouncer } from './debouncer.js';
import type { DocumentFindings, Findings } from './documentFindings.js';
import type { DraftChecks } from './draftChecks.js';
import type { FolderDrafts } from './folderDrafts.js';
import type { OpenDocuments } from './openDocuments.js';
import type { TextFiles } from './textFiles.js';
import { TYPING_MILLISECONDS, typingPause } from './typingPause.js';
import type { WorkspaceFolders } from './workspaceFolders.js';

/** How long a closed draft that was read waits for others, to be reported together with them. */
const CLOSED_MILLISECONDS = 1000;

/** The client that gets diagnostics, and what they are computed from. */
interface DiagnosticParts {
  readonly client: Pick<ClientApi, 'publish' | 'refresh' | 'refreshDiagnostics'>;
  readonly clientInfo: ClientInfo;
  readonly documents: OpenDocuments;
  readonly folders: WorkspaceFolders;
  readonly files: TextFiles;
  readonly checks: DraftChecks;
  readonly findings: DocumentFindings;
  readonly folderDrafts: FolderDrafts;
  readonly timer: Timer;
}

/** Brings diagnostics to the client: published after each change, or when the client pulls them. */
export class Diagnostics {
  readonly #parts: DiagnosticParts;
  readonly #publisher: Debouncer<Findings>;
  /** True for a client that pulls diagnostics; then none are published. */
  readonly #isPulled: boolean;
  readonly #changes = new ChangeEvent();
  /** True if closed drafts that were read will be reported soon. */
  #isClosedChangeDue = false;
  #hasReportedWorkspace = false;

  constructor(parts: DiagnosticParts) {
    this.#parts = parts;
    this.#isPulled = pullsDiagnostics(parts.clientInfo.capabilities);
    this.#publisher = new Debouncer(
      (uri) => parts.findings.of(uri),
      (uri, { version, diagnostics }) => parts.client.publish(uri, version, diagnostics),
      parts.timer,
    );
  }

  /**
   * Answers a client that pulls diagnostics. During typing it sends a request for every key and cancels
   * the one before, so only the last is answered with a check.
   */
  async pull(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const uri = this.#parts.documents.spelling(textDocument.uri);
    await this.#pauseIfTyping(uri);
    const found = isCancelled(token) ? undefined : await this.#parts.findings.of(uri);
    return pulledReport(found?.diagnostics ?? [], previousResultId);
  }

  /**
   * The diagnostics of all drafts in the folders that have sources. A client that already has them
   * is answered when something has changed.
   */
  async pullWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const { folders, folderDrafts } = this.#parts;
    const isFirst = !this.#hasReportedWorkspace;
    this.#hasReportedWorkspace = true;
    for (;;) {
      const change = this.#changes.next(token);
      const items = await folderDrafts.reports(folders.all, previousResultIds, token);
      const isNews = items.some(({ kind }) => kind === 'full');
      if (isNews || isFirst || isCancelled(token)) return { items };
      await change;
      if (isCancelled(token)) return { items };
    }
  }

  /** Publishes the diagnostics of a document again after a delay, unless the client pulls them. */
  publish(uri: string, milliseconds: number): void {
    if (!this.#isPulled) this.#publisher.schedule(uri, milliseconds);
  }

  /** Brings the client the diagnostics of a document again, because other findings are shown now. */
  showAgain(uri: string): void {
    this.publish(uri, 0);
    if (!this.#isPulled) return;
    this.#parts.client.refreshDiagnostics();
    this.#changes.fire();
  }

  /** Checks an open draft again, because there are more readings or answers of the archive. */
  checkAgain(uri: string): void {
    this.#parts.checks.refresh(uri);
    this.showAgain(uri);
  }

  /** Checks closed drafts again, together if they were read soon after one another. */
  checkClosedAgain(uri: string): void {
    this.#parts.folderDrafts.refresh(uri);
    if (this.#isClosedChangeDue) return;
    this.#isClosedChangeDue = true;
    this.#parts.timer(() => {
      this.#isClosedChangeDue = false;
      this.#changes.fire();
    }, CLOSED_MILLISECONDS);
  }

  /** Brings the client the diagnostics of all documents again. */
  checkAllAgain(): void {
    for (const uri of this.#parts.documents.uris) this.publish(uri, TYPING_MILLISECONDS);
    this.#parts.client.refresh();
    this.changeFiles();
  }

  /** Call when files of the workspace were created, changed or deleted, and when one was opened or closed. */
  changeFiles(): void {
    this.#parts.files.forget();
    this.#changes.fire();
  }

  /** Clears the diagnostics of a document that was closed; `version` is that of its text, if it was open. */
  close(uri: string, version: number | undefined): void {
    const { client, timer } = this.#parts;
    this.#publisher.cancel(uri);
    if (this.#isPulled) timer(() => this.#clearClosed(uri), TYPING_MILLISECONDS);
    else if (version !== undefined) client.publish(uri, version, []);
    this.changeFiles();
  }

  /**
   * VS Code requests a closed document once more and ignores workspace diagnostics for it until
   * then.
   */
  #clearClosed(uri: string): void {
    this.#parts.folderDrafts.close(uri);
    this.changeFiles();
  }

  /** Resolves immediately for a document that is new or has not changed since its check. Does not reject. */
  async #pauseIfTyping(uri: string): Promise<void> {
    const checked = this.#parts.checks.last(uri)?.draft.version;
    if (checked === undefined || checked === this.#parts.documents.get(uri)?.version) return;
    await typingPause(this.#parts.timer);
  }
}
