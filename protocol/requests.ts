import {
  NotificationType,
  type Range,
  RequestType,
  type TextDocumentIdentifier,
} from 'vscode-languageserver-protocol';
import type { FactSheet } from './factSheet.js';
import type { ReferenceOverview } from './referenceOverview.js';

/** What the client's views ask about a document. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** The lines of a document that are in view. */
export interface ViewParams extends DocumentParams {
  readonly range: Range;
}

/** Told by a client of a draft that is too long to be checked whole, when other lines of it come into view. */
export const ViewNotification = new NotificationType<ViewParams>('copydesk/view');

/** The fact sheet of an open draft; `null` for a document that is none. */
export const FactSheetRequest = new RequestType<DocumentParams, FactSheet | null, void>(
  'copydesk/factSheet',
);

/** The forms in which a fact sheet leaves the editor. */
export type FactSheetFormat = 'html' | 'markdown';

/** The fact sheet of an open draft as a text to be saved; `null` for a document that is none. */
export const ExportRequest = new RequestType<
  DocumentParams & { readonly format: FactSheetFormat },
  string | null,
  void
>('copydesk/exportFactSheet');

/** What the sources know that a document is held against, or that it is one of. */
export const ReferenceRequest = new RequestType<DocumentParams, ReferenceOverview, void>(
  'copydesk/reference',
);

/**
 * Asked of a client by a server that has no files: the addresses of the files below a folder that match
 * any of the globs.
 */
export const FindFilesRequest = new RequestType<
  { readonly folder: string; readonly globs: readonly string[] },
  readonly string[],
  void
>('copydesk/findFiles');

/** What came of reading a file; `null` where none lies there. */
export type FileRead = { readonly bytes: Uint8Array } | 'too large' | null;

/** Asked of a client by a server that has no files: the bytes of a file that has no more than `limit` of them. */
export const ReadFileRequest = new RequestType<
  { readonly uri: string; readonly limit: number },
  FileRead,
  void
>('copydesk/readFile');

/** How a draft stands. */
export interface DraftState {
  /** How many findings it has, those turned off left out, by how much they matter. */
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
  /** False where no source covers it, so that its claims are not judged. */
  readonly isCovered: boolean;
  /** Another number where the sources that it is held against were learned anew. */
  readonly reference: number;
}

/** Told of an open document after it was looked at. */
export interface DraftChecked {
  readonly uri: string;
  readonly version: number;
  /** `null` of a document that is no draft, or is to be left alone. */
  readonly draft: DraftState | null;
}

/** Sent to a client that shows fact sheets, once for each version and whatever it is held against. */
export const DraftCheckedNotification = new NotificationType<DraftChecked>('copydesk/draftChecked');
