import {
  NotificationType,
  type Position,
  type Range,
  RequestType,
  type TextDocumentIdentifier,
} from 'vscode-languageserver-protocol';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { CheckState } from './checkState.js';
import type { Decision } from './decisions.js';
import type { FactSheet, FactSheetEvidence, FactSheetFormat, SignableEntry } from './factSheet.js';
import type { Signature, SignedSubject, TiedPassage } from './signOff.js';
import type { ReferenceOverview } from './referenceOverview.js';
import type { Timeline } from './timeline.js';

/** The parameters of a request about a document. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** The visible range of a document. */
export interface VisibleRangeParams extends DocumentParams {
  readonly range: Range;
}

/**
 * Sent by a client when other lines of a draft come into view. Their sentences are read first, and of a draft that is too
 * long to be checked completely, the part around them is.
 */
export const VisibleRangeNotification = new NotificationType<VisibleRangeParams>(
  'copydesk/visibleRange',
);

/** The cursors in a document: where each selection ends. */
export interface CursorsParams extends DocumentParams {
  readonly positions: readonly Position[];
}

/**
 * Sent by a client when the reporter moves the cursors of a draft, with no positions when another
 * document becomes active. The server does not mark a sentence while it is being written. Without
 * these notifications, the end of the last change counts as the cursor.
 */
export const CursorsNotification = new NotificationType<CursorsParams>('copydesk/cursors');

/** Requests the fact sheet of an open draft; `null` for a document that is not a draft. */
export const FactSheetRequest = new RequestType<DocumentParams, FactSheet | null, void>(
  'copydesk/factSheet',
);

/** Requests the fact sheet of an open draft as text to save or to copy; `null` for a document that is not a draft. */
export const ExportFactSheetRequest = new RequestType<
  DocumentParams & { readonly format: FactSheetFormat },
  string | null,
  void
>('copydesk/exportFactSheet');

/** The parameters of `TakeBackRequest`. */
export interface TakeBackParams extends DocumentParams {
  readonly decisions: readonly Decision[];
}

/**
 * Requests the edit that takes back decisions about an open draft; `null` for a document that is not a draft. Fails if
 * nothing is left of them.
 */
export const TakeBackRequest = new RequestType<TakeBackParams, WorkspaceEdit | null, void>(
  'copydesk/takeBack',
);

/** The parameters of `SignOffRequest`. */
export interface SignOffParams extends DocumentParams {
  /** The entries of the fact sheet, unchanged. */
  readonly subjects: readonly SignedSubject[];
  /** The new signature and its decision; `null` to withdraw all signatures of the entries. */
  readonly signature: Pick<Signature, 'by' | 'note' | 'decision'> | null;
}

/**
 * Requests the edit of the sign-off file that signs entries of the fact sheet of an open draft, or
 * withdraws their signatures; `null` for a document that is not a draft, and if there is nothing to
 * change. Fails if a signature cannot be stored, for example in a draft that was never saved.
 */
export const SignOffRequest = new RequestType<SignOffParams, WorkspaceEdit | null, void>(
  'copydesk/signOff',
);

/** The parameters of `UseEvidenceRequest`. */
export interface UseEvidenceParams extends DocumentParams {
  /** The entry, as in the fact sheet. */
  readonly subject: SignedSubject;
  /** The initials of the checker. */
  readonly by: string;
  /** The passages that are tied to the entry from now on, whoever tied them. */
  readonly evidence: readonly TiedPassage[];
}

/**
 * Requests the edit of the sign-off file that ties passages of the sources to an entry of the fact sheet of an open draft,
 * without deciding on it; `null` for a document that is not a draft, and if there is nothing to change. Fails as
 * `SignOffRequest` does.
 */
export const UseEvidenceRequest = new RequestType<UseEvidenceParams, WorkspaceEdit | null, void>(
  'copydesk/useEvidence',
);

/** The parameters of `FindPassagesRequest`. */
export interface FindPassagesParams extends DocumentParams {
  /** The typed text; empty for the passages about the statement at `position`. */
  readonly query: string;
  readonly position: Position;
}

/**
 * Requests the passages of the sources of an open draft that match words, or that are closest to a statement, the best
 * first. Empty for a document that is not a draft.
 */
export const FindPassagesRequest = new RequestType<
  FindPassagesParams,
  readonly FactSheetEvidence[],
  void
>('copydesk/findPassages');

/** The parameters of a request about a place in a document. */
export interface PlaceParams extends DocumentParams {
  readonly position: Position;
}

/**
 * Requests the entry of the fact sheet at a place in an open draft: the innermost statement or
 * quote, otherwise the name; `null` if there is none.
 */
export const EntryAtRequest = new RequestType<PlaceParams, SignableEntry | null, void>(
  'copydesk/entryAt',
);

/** Requests the timeline of an open draft; `null` for a document that is not a draft. */
export const TimelineRequest = new RequestType<DocumentParams, Timeline | null, void>(
  'copydesk/timeline',
);

/** The parameters of `AssistantRequest`; the document may be a folder. */
export interface AssistantParams extends DocumentParams {
  readonly tool: string;
  /** The assistant's input, unchecked. */
  readonly input?: unknown;
}

/**
 * Requests the answer to an assistant's question about the folder of a document, as JSON. Fails
 * with the reason if there is none. Restricted sources are left out.
 */
export const AssistantRequest = new RequestType<AssistantParams, string, void>(
  'copydesk/assistant',
);

/** Requests the Markdown of a Word document, to be opened as a draft. Fails if the document cannot be read. */
export const DraftOfDocumentRequest = new RequestType<DocumentParams, string, void>(
  'copydesk/draftOfDocument',
);

/** Requests the text of a source by its URI, of a document with a paragraph on each line. Fails if it cannot be read. */
export const SourceTextRequest = new RequestType<DocumentParams, string, void>(
  'copydesk/sourceText',
);

/** The parameters of `CommentedDocumentRequest`. */
export interface CommentedDocumentParams extends DocumentParams {
  /** The URI of the Word document that the draft was made from. */
  readonly document: string;
}

/** A Word document with comments. */
export interface CommentedDocument {
  /** Its bytes. */
  readonly base64: string;
  /** The number of comments that were added. */
  readonly count: number;
}

/**
 * Requests a draft's Word document with the findings in the draft and the checkers' notes as
 * comments; `null` for a document that is not a draft. Fails if the Word document cannot be read.
 */
export const CommentedDocumentRequest = new RequestType<
  CommentedDocumentParams,
  CommentedDocument | null,
  void
>('copydesk/commentedDocument');

/** Requests an overview of the sources that a document is checked against, or that it belongs to. */
export const ReferenceRequest = new RequestType<DocumentParams, ReferenceOverview, void>(
  'copydesk/reference',
);

/**
 * Sent by a server without access to files: requests the URIs of the files in a folder that match any of
 * the globs.
 */
export const FindFilesRequest = new RequestType<
  { readonly folder: string; readonly globs: readonly string[] },
  readonly string[],
  void
>('copydesk/findFiles');

/** The result of reading a file; `null` if it does not exist. */
export type FileRead = { readonly bytes: Uint8Array } | 'too large' | null;

/** Sent by a server without access to files: requests the bytes of a file that has at most `limit` bytes. */
export const ReadFileRequest = new RequestType<
  { readonly uri: string; readonly limit: number },
  FileRead,
  void
>('copydesk/readFile');

/** The result of checking a draft. */
export interface DraftState {
  /** The number of findings by severity, without those that are turned off. */
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
  readonly state: CheckState;
  /**
   * The number of its sentences and claims that have not been read yet; 0 also if the readers are
   * off.
   */
  readonly unread: number;
  /** A number that changes whenever the draft is checked against other sources, or against new ones. */
  readonly reference: number;
}

/** The parameters of `DraftCheckedNotification`. */
export interface DraftChecked {
  readonly uri: string;
  readonly version: number;
  /** `null` for a document that is not a draft, or is not to be checked. */
  readonly draft: DraftState | null;
}

/** Sent to a client that shows fact sheets, once for each version of a document and each change of its sources. */
export const DraftCheckedNotification = new NotificationType<DraftChecked>('copydesk/draftChecked');

/** The parameters of `ReadersStartedNotification`. */
export interface ReadersStarted {
  /** Which engine runs the readers, and if it is not the first choice, why: one plain sentence. */
  readonly engine: string;
}

/** Sent to a client that shows fact sheets, when an engine has read something for the first time. */
export const ReadersStartedNotification = new NotificationType<ReadersStarted>(
  'copydesk/readersStarted',
);
