import type {
  CancellationToken,
  Diagnostic,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckContext, checkRead, isSameContext, mayBeDraft, readDraft } from './analysis.js';
import { diagnosticsOf } from '../features/diagnostics/diagnostics.js';
import { pulledReport } from '../features/diagnostics/pulledDiagnostics.js';
import { partInView } from './longDraft.js';
import type { TextFiles } from './textFiles.js';
import type { Scheduler } from './scheduler.js';
import { plainAddress } from '../workspace/workspace.js';

/** What may be a draft in a folder, where it is no source; as globs. */
export const DRAFT_FILES: readonly string[] = ['**/*.md', '**/*.markdown'];

/** No version that an editor gives: the fixes of what is not open fit nothing that is. */
const CLOSED = -1;

/** What the desk knows of the drafts that an editor holds open, and of what each draft is held against. */
export interface OpenDrafts {
  /** The open document at an address. */
  readonly documentAt: (uri: string) => TextDocument | undefined;
  /** What is told of an open document. Does not reject. */
  readonly diagnostics: (uri: string) => Promise<readonly Diagnostic[] | undefined>;
  /** `undefined` for what is no draft; the settings are those for `scope`. */
  readonly standard: (uri: string, scope: string) => Promise<CheckContext | undefined>;
}

/** Finds and checks the drafts of folders, whether an editor holds them open or not. */
export class FolderDrafts {
  readonly #files: TextFiles;
  readonly #open: OpenDrafts;
  readonly #turns: Scheduler;
  /** What was told last of a draft that is not open, by its plain address. */
  readonly #told = new Map<
    string,
    { readonly standard: CheckContext; readonly diagnostics: readonly Diagnostic[] }
  >();

  /** What was closed, while a client may still show what it was told of it. */
  readonly #closed = new Set<string>();

  constructor(files: TextFiles, open: OpenDrafts, turns: Scheduler) {
    this.#files = files;
    this.#open = open;
    this.#turns = turns;
  }

  /** The addresses of the drafts in a folder. Does not reject. */
  async find(folder: string, { shelf }: CheckContext): Promise<readonly string[]> {
    const found = await this.#files.find(folder, DRAFT_FILES);
    return found.filter((uri) => !shelf.holds(uri));
  }

  /**
   * What is told of each draft of the folders that have sources of their own; others are not looked
   * through, since whoever opens a folder with Markdown in it need not be a reporter. `known` has the
   * ids of what the client has, by the addresses that it writes. None where the request is cancelled meanwhile.
   * Does not reject.
   */
  async reports(
    folders: readonly string[],
    known: readonly { readonly uri: string; readonly value: string }[],
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const before = new Map(known.map((one) => [plainAddress(one.uri), one]));
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const folder of folders) {
      const standard = await this.#open.standard(folder, folder);
      if (standard === undefined || !(await this.#hasSources(folder, standard))) continue;
      for (const found of await this.find(folder, standard)) {
        const diagnostics = await this.#diagnostics(found, folder);
        if (token.isCancellationRequested) return [];
        if (diagnostics === undefined) continue;
        const had = before.get(plainAddress(found));
        before.delete(plainAddress(found));
        const open = this.#open.documentAt(found);
        const uri = had?.uri ?? open?.uri ?? found;
        const version = open?.version ?? null;
        reports.push({ uri, version, ...pulledReport(diagnostics, had?.value) });
      }
    }
    // What was closed and is not looked through has nothing wrong with it any more, once the client knows.
    const told = new Set(reports.map(({ uri }) => plainAddress(uri)));
    for (const uri of this.#closed) {
      const address = plainAddress(uri);
      const report = pulledReport([], before.get(address)?.value);
      before.delete(address);
      if (told.has(address) || this.#open.documentAt(uri) !== undefined) this.#closed.delete(uri);
      else if (report.kind === 'unchanged') this.#closed.delete(uri);
      else reports.push({ uri, version: null, ...report });
    }
    // What is gone, or is no draft any more, is told of once as having nothing wrong with it.
    for (const { uri, value } of before.values()) {
      const report = pulledReport([], value);
      if (report.kind === 'full') reports.push({ uri, version: null, ...report });
    }
    return reports;
  }

  /** True for a draft that was checked here. */
  knows(uri: string): boolean {
    return this.#told.has(plainAddress(uri));
  }

  /** Makes the next call of `reports` read a draft afresh that is not open. */
  forget(uri: string): void {
    this.#told.delete(plainAddress(uri));
  }

  /** To be called when an editor that asks for diagnostics has closed a document. */
  close(uri: string): void {
    this.#closed.add(uri);
  }

  async #hasSources(folder: string, { settings }: CheckContext): Promise<boolean> {
    return (await this.#files.find(folder, settings.sources)).length > 0;
  }

  /** Of a draft that is not open once, until `forget` or until it is held against something else. */
  async #diagnostics(uri: string, folder: string): Promise<readonly Diagnostic[] | undefined> {
    const open = this.#open.documentAt(uri);
    if (open !== undefined) return this.#open.diagnostics(open.uri);
    const standard = await this.#open.standard(uri, folder);
    if (standard === undefined) return undefined;
    const key = plainAddress(uri);
    const told = this.#told.get(key);
    if (told !== undefined && isSameContext(told.standard, standard)) return told.diagnostics;
    const text = await this.#files.text(uri);
    if (text === undefined || !mayBeDraft(text)) return undefined;
    const document = TextDocument.create(uri, 'markdown', CLOSED, text);
    const part = partInView(text);
    const prose = await this.#turns.take(readDraft(document, part));
    const { draft } = await this.#turns.take(checkRead(document, prose, standard, part));
    const diagnostics = diagnosticsOf(draft);
    this.#told.set(key, { standard, diagnostics });
    return diagnostics;
  }
}
