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
  checkProse,
  isSameContext,
  mayBeDraft,
  readDraft,
} from './draftAnalysis.js';
import type { Draft } from '../checks/draft.js';
import { pulledReport } from '../features/diagnostics/pulledDiagnostics.js';
import { uriKey } from '../workspace/uris.js';
import { partInView } from './longDraft.js';
import type { TextFiles } from './textFiles.js';
import type { Scheduler } from './scheduler.js';

/** Globs of the files in a folder that are drafts unless they are sources. */
export const DRAFT_FILES: readonly string[] = ['**/*.md', '**/*.markdown', '**/*.fountain'];

/** A version that no editor assigns, so that the fixes of a closed file never match an open document. */
const CLOSED = -1;

/** The open documents and the context of each draft, as `FolderDrafts` needs them. */
export interface OpenDrafts {
  /** The open document at a URI. */
  readonly documentAt: (uri: string) => TextDocument | undefined;
  /** The diagnostics of an open document. Does not reject. */
  readonly diagnostics: (uri: string) => Promise<readonly Diagnostic[] | undefined>;
  /** `undefined` for a file that is not a draft. The settings are those of `scope`. */
  readonly context: (uri: string, scope: string) => Promise<CheckContext | undefined>;
  /** The innermost of the folders that contains a file. */
  readonly folderOf: (uri: string) => URI | undefined;
  /** The diagnostics of a checked draft. */
  readonly report: (draft: Draft) => readonly Diagnostic[];
  /** Requests readings of the unread sentences of a closed draft. */
  readonly read: (draft: Draft) => void;
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
  readonly #files: TextFiles;
  readonly #open: OpenDrafts;
  readonly #scheduler: Scheduler;
  /** The last results for closed drafts, by `uriKey`. */
  readonly #checked = new Map<string, ClosedDraft>();

  /** Documents that were closed, while a client may still show diagnostics for them. */
  readonly #closed = new Set<string>();

  constructor(files: TextFiles, open: OpenDrafts, scheduler: Scheduler) {
    this.#files = files;
    this.#open = open;
    this.#scheduler = scheduler;
  }

  /** The URIs of the drafts in a folder. Does not reject. */
  async find(folder: URI, { snapshot }: CheckContext): Promise<readonly string[]> {
    const found = await this.#files.find(folder, DRAFT_FILES);
    return found.filter((uri) => !snapshot.isSource(uri));
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
    const remaining = new Map(previous.map((result) => [uriKey(result.uri), result]));
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const folder of folders) {
      const scope = folder.toString();
      const context = await this.#open.context(scope, scope);
      if (context === undefined || !(await this.#hasSources(folder, context))) continue;
      for (const found of await this.find(folder, context)) {
        // A draft in nested folders belongs to the innermost, whose settings apply.
        if (this.#open.folderOf(found)?.toString() !== scope) continue;
        const diagnostics = await this.#diagnostics(found, scope);
        if (token.isCancellationRequested) return [];
        if (diagnostics === undefined) continue;
        const key = uriKey(found);
        const before = remaining.get(key);
        remaining.delete(key);
        const open = this.#open.documentAt(found);
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
      if (reported.has(key) || this.#open.documentAt(uri) !== undefined) this.#closed.delete(uri);
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

  async #hasSources(folder: URI, { settings }: CheckContext): Promise<boolean> {
    return (await this.#files.find(folder, settings.sources)).length > 0;
  }

  /** A closed draft is checked once, until `forget` is called or its context changes. */
  async #diagnostics(uri: string, scope: string): Promise<readonly Diagnostic[] | undefined> {
    const open = this.#open.documentAt(uri);
    if (open !== undefined) return this.#open.diagnostics(open.uri);
    const context = await this.#open.context(uri, scope);
    if (context === undefined) return undefined;
    const key = uriKey(uri);
    const checked = this.#checked.get(key);
    if (checked?.isOutdated === false && isSameContext(checked.context, context)) {
      return checked.diagnostics;
    }
    const text = await this.#files.text(uri);
    if (text === undefined || !mayBeDraft(text)) return undefined;
    const document = TextDocument.create(uri, formatOf(uri), CLOSED, text);
    const part = partInView(text);
    const prose = await this.#scheduler.run(readDraft(document, part));
    const { draft } = await this.#scheduler.run(checkProse(document, prose, context, part));
    const diagnostics = this.#open.report(draft);
    this.#checked.set(key, { context, diagnostics, isOutdated: false });
    this.#open.read(draft);
    return diagnostics;
  }
}
