import { formatOf } from '../prose/prose.js';
import type {
  CancellationToken,
  Diagnostic,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import {
  type CheckContext,
  type CheckedDraft,
  checkProse,
  isSameContext,
  mayBeDraft,
  readDraft,
} from './draftAnalysis.js';
import { pulledReport } from '../features/diagnostics/pulledDiagnostics.js';
import { uriKey } from '../workspace/uris.js';
import type { DocumentFindings } from './documentFindings.js';
import type { DraftContexts } from './draftContexts.js';
import { partInView } from './longDraft.js';
import type { OpenDocuments } from './openDocuments.js';
import type { ReadingRequests } from './readingRequests.js';
import type { TextFiles } from './textFiles.js';
import type { Scheduler } from './scheduler.js';
import type { WorkspaceFolders } from './workspaceFolders.js';

/** Globs of the files in a folder that are drafts unless they are sources. */
export const DRAFT_FILES: readonly string[] = ['**/*.md', '**/*.markdown', '**/*.fountain'];

/** A version that no editor assigns, so that the fixes of a closed file never match an open document. */
const CLOSED = -1;

/** What drafts are checked with, and the open ones among them. */
interface FolderDraftParts {
  readonly documents: OpenDocuments;
  readonly folders: WorkspaceFolders;
  readonly files: TextFiles;
  readonly contexts: DraftContexts;
  readonly findings: DocumentFindings;
  /** `undefined` if there are no readers. */
  readonly reading: ReadingRequests | undefined;
  readonly scheduler: Scheduler;
}

/** The result for a closed draft. */
interface ClosedDraft {
  readonly context: CheckContext;
  readonly diagnostics: readonly Diagnostic[];
  /** True if more of its sentences have been read since. */
  readonly isOutdated: boolean;
}

/** Finds and checks the drafts of folders, open or not. */
export class FolderDrafts {
  readonly #parts: FolderDraftParts;
  /** The last results for closed drafts, by `uriKey`. */
  readonly #checked = new Map<string, ClosedDraft>();

  /** Documents that were closed, while a client may still show diagnostics for them. */
  readonly #closed = new Set<string>();

  constructor(parts: FolderDraftParts) {
    this.#parts = parts;
  }

  /** The URIs of the drafts in the folder of a draft, open or not, including its own. Does not reject. */
  async inFolderOf({ draft, context }: CheckedDraft): Promise<readonly string[]> {
    const { documents, folders } = this.#parts;
    const folder = folders.of(draft.uri);
    const found = folder === undefined ? [] : await this.#find(folder, context);
    const open = documents.uris.filter((uri) => folders.of(uri) === folder);
    return [...open, ...found];
  }

  /**
   * The diagnostics of each draft in the folders that have sources of their own. Other folders are
   * not searched: not everyone who opens a folder with Markdown files is a reporter. `previous` has
   * the ids of the results that the client has, under the URIs that it uses. Resolves to an empty
   * list if the request is cancelled. Does not reject.
   */
  async reports(
    folders: readonly URI[],
    previous: readonly { readonly uri: string; readonly value: string }[],
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { documents, contexts } = this.#parts;
    const remaining = new Map(previous.map((result) => [uriKey(result.uri), result]));
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const folder of folders) {
      const scope = folder.toString();
      const context = await contexts.of(scope, scope);
      if (context === undefined || !(await this.#hasSources(folder, context))) continue;
      for (const found of await this.#find(folder, context)) {
        // A draft in nested folders belongs to the innermost, whose settings apply.
        if (this.#parts.folders.of(found)?.toString() !== scope) continue;
        const diagnostics = await this.#diagnostics(found, scope);
        if (token.isCancellationRequested) return [];
        if (diagnostics === undefined) continue;
        const key = uriKey(found);
        const before = remaining.get(key);
        remaining.delete(key);
        const open = documents.get(found);
        const uri = before?.uri ?? open?.uri ?? found;
        const version = open?.version ?? null;
        reports.push({ uri, version, ...pulledReport(diagnostics, before?.value) });
      }
    }
    // Clears the diagnostics of a closed document that is not a draft of a folder, until the client
    // has received that.
    const reported = new Set(reports.map(({ uri }) => uriKey(uri)));
    for (const uri of this.#closed) {
      const key = uriKey(uri);
      const report = pulledReport([], remaining.get(key)?.value);
      remaining.delete(key);
      if (reported.has(key) || documents.get(uri) !== undefined) this.#closed.delete(uri);
      else if (report.kind === 'unchanged') this.#closed.delete(uri);
      else reports.push({ uri, version: null, ...report });
    }
    // Clears, once, the diagnostics of a file that was deleted or is no longer a draft.
    for (const { uri, value } of remaining.values()) {
      const report = pulledReport([], value);
      if (report.kind === 'full') reports.push({ uri, version: null, ...report });
    }
    return reports;
  }

  /** True for a closed draft that was checked here. */
  has(uri: string): boolean {
    return this.#checked.has(uriKey(uri));
  }

  /** Makes the next call of `reports` check a closed draft again, because more of its sentences have been read. */
  refresh(uri: string): void {
    const key = uriKey(uri);
    const checked = this.#checked.get(key);
    if (checked !== undefined) this.#checked.set(key, { ...checked, isOutdated: true });
  }

  /** Makes the next call of `reports` read a closed draft again. */
  forget(uri: string): void {
    this.#checked.delete(uriKey(uri));
  }

  /** Call when an editor that pulls diagnostics has closed a document. */
  close(uri: string): void {
    this.#closed.add(uri);
  }

  /** The URIs of the drafts in a folder, open or not. */
  async #find(folder: URI, { snapshot }: CheckContext): Promise<readonly string[]> {
    const found = await this.#parts.files.find(folder, DRAFT_FILES);
    return found.filter((uri) => !snapshot.isSource(uri));
  }

  async #hasSources(folder: URI, { settings }: CheckContext): Promise<boolean> {
    return (await this.#parts.files.find(folder, settings.sources)).length > 0;
  }

  /** A closed draft is checked once, until `forget` is called or its context changes. */
  async #diagnostics(uri: string, scope: string): Promise<readonly Diagnostic[] | undefined> {
    const { documents, files, contexts, findings, reading, scheduler } = this.#parts;
    const open = documents.get(uri);
    if (open !== undefined) return (await findings.of(open.uri))?.diagnostics;
    const context = await contexts.of(uri, scope);
    if (context === undefined) return undefined;
    const key = uriKey(uri);
    const checked = this.#checked.get(key);
    if (checked?.isOutdated === false && isSameContext(checked.context, context)) {
      return checked.diagnostics;
    }
    const text = await files.text(uri);
    if (text === undefined || !mayBeDraft(text)) return undefined;
    const document = TextDocument.create(uri, formatOf(uri), CLOSED, text);
    const part = partInView(text);
    const prose = await scheduler.run(readDraft(document, part));
    const { draft } = await scheduler.run(checkProse(document, prose, context, part));
    const diagnostics = findings.diagnosticsOf(draft);
    this.#checked.set(key, { context, diagnostics, isOutdated: false });
    reading?.readClosed(draft);
    return diagnostics;
  }
}
