import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver';
import type { CursorsParams, VisibleRangeParams } from '../../protocol/requests.js';
import { isDossier } from '../reference/dossier.js';
import type { CheckedDrafts } from './checkedDrafts.js';
import type { ClientApi } from './clientApi.js';
import type { Diagnostics } from './diagnostics.js';
import type { DraftArchive } from './draftArchive.js';
import type { DraftChecks } from './draftChecks.js';
import type { DraftNotifier } from './draftNotifier.js';
import type { FileProblems } from './fileProblems.js';
import type { FolderDrafts } from './folderDrafts.js';
import type { OpenDocuments } from './openDocuments.js';
import type { ReadingRequests } from './readingRequests.js';
import type { SettingsStore } from './settingsStore.js';
import type { ShownFindings } from './shownFindings.js';
import { TYPING_MILLISECONDS } from './typingPause.js';
import type { VisibleRanges } from './visibleRanges.js';

/** Everything that depends on the text of a document, or on the reporter's place in it. */
interface EditedParts {
  readonly client: Pick<ClientApi, 'refresh'>;
  readonly documents: OpenDocuments;
  readonly visibleRanges: VisibleRanges;
  readonly settings: SettingsStore;
  readonly checks: DraftChecks;
  readonly drafts: CheckedDrafts;
  readonly shown: ShownFindings;
  readonly diagnostics: Diagnostics;
  readonly folderDrafts: FolderDrafts;
  readonly fileProblems: FileProblems;
  readonly notifier: DraftNotifier;
  /** `undefined` if there are no readers. */
  readonly reading: ReadingRequests | undefined;
  /** `undefined` if no archive is asked. */
  readonly archive: DraftArchive | undefined;
}

/** Follows the reporter through the documents: opening, typing, saving, scrolling, closing. */
export class Editing {
  readonly #parts: EditedParts;
  readonly #changeOwnFile: (uri: string) => void;

  /** @param changeOwnFile Called when a document was opened, changed or closed, which may be a suppressions file, a house style or a sign-off file. */
  constructor(parts: EditedParts, changeOwnFile: (uri: string) => void) {
    this.#parts = parts;
    this.#changeOwnFile = changeOwnFile;
  }

  open({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, text } = textDocument;
    const { documents, checks, diagnostics, fileProblems } = this.#parts;
    const before = documents.spelling(uri);
    if (before !== uri) this.close(before);
    documents.open(textDocument);
    checks.invalidate(uri);
    diagnostics.publish(uri, 0);
    diagnostics.changeFiles();
    if (isDossier(text)) fileProblems.refreshDossiers();
    this.#changeOwnFile(uri);
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const { documents, checks, shown, diagnostics, archive } = this.#parts;
    const changes = documents.change(textDocument, contentChanges);
    const document = documents.get(textDocument.uri);
    if (changes === undefined || document === undefined) return;
    const { uri } = document;
    shown.change(document, changes);
    archive?.cancel(uri);
    checks.invalidate(uri);
    diagnostics.publish(uri, TYPING_MILLISECONDS);
    this.#changeOwnFile(uri);
  }

  /** Call when a document was saved. */
  save(uri: string): void {
    const document = this.#parts.documents.get(uri);
    if (document !== undefined) this.#parts.shown.save(document);
  }

  close(closed: string): void {
    const { documents, fileProblems } = this.#parts;
    const uri = documents.spelling(closed);
    const document = documents.get(uri);
    documents.close(uri);
    this.#parts.shown.close(uri);
    this.#parts.checks.forget(uri);
    this.#parts.reading?.close(uri);
    this.#parts.archive?.forget(uri);
    this.#parts.visibleRanges.forget(uri);
    this.#parts.notifier.forget(uri);
    this.#parts.settings.forget(uri);
    this.#parts.folderDrafts.forget(uri);
    this.#parts.diagnostics.close(uri, document?.version);
    if (document !== undefined && isDossier(document.getText())) fileProblems.refreshDossiers();
    this.#changeOwnFile(uri);
  }

  /** Call when other lines of a draft come into view. */
  changeVisibleRange({ textDocument, range }: VisibleRangeParams): void {
    const { client, documents, visibleRanges, drafts, diagnostics } = this.#parts;
    const document = documents.get(textDocument.uri);
    if (document === undefined) return;
    const { uri } = document;
    visibleRanges.set(uri, range);
    if (drafts.isInLastCheck(document)) {
      this.#parts.reading?.reorder(drafts.last(uri));
      return;
    }
    diagnostics.publish(uri, TYPING_MILLISECONDS);
    client.refresh();
  }

  /** Call when the reporter has moved the cursors of a document, or has left it. */
  moveCursors({ textDocument: { uri }, positions }: CursorsParams): void {
    const document = this.#parts.documents.get(uri);
    if (document === undefined) return;
    const cursors = positions.map((position) => document.offsetAt(position));
    this.#parts.shown.moveCursors(document, cursors);
    this.#parts.reading?.reorder(this.#parts.drafts.last(document.uri));
  }
}
