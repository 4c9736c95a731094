import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { STORE_DECISION } from '../../../protocol/capabilityConstants.js';
import type { UndoOffer } from '../../../protocol/decisions.js';
import type { Edit } from '../../checks/finding.js';
import { memoize } from '../../prose/memoize.js';
import { LineMap } from '../../prose/sourceMap.js';

/** A file other than the draft that a code action may edit. */
export interface FileTarget {
  readonly uri: string;
  /** `undefined` if the file does not exist yet. */
  readonly text: string | undefined;
  /** The version that is open in the editor; `null` if it is not open. */
  readonly version: number | null;
}

/** The features of a client that matter for the edit of a code action. */
export interface EditCapabilities {
  /** True if it can reject an edit made for another version. */
  readonly versionedEdits: boolean;
  /** True if it can create files. */
  readonly createsFiles: boolean;
  /** True if it can delete files. */
  readonly deletesFiles: boolean;
  /** True if it has a command that writes the edit of a file other than the draft to disk and offers Undo. */
  readonly storesDecisions: boolean;
}

/** Built once for all actions that edit a file, because it may be long. */
const linesOf = memoize(({ text }: FileTarget) => new LineMap(text ?? ''));

/** The edit of a file, which is created if missing; `undefined` if the client cannot create files. */
export function fileEdit(
  target: FileTarget,
  edits: readonly Edit[],
  { versionedEdits: versioned, createsFiles: creates }: EditCapabilities,
): WorkspaceEdit | undefined {
  const { uri, text, version } = target;
  const lines = linesOf(target);
  const textEdits = edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
  // An editor may keep a file open, as an empty text, that was deleted when a decision was taken back.
  if (text === undefined || (creates && text.trim() === '')) {
    if (!creates) return undefined;
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits: textEdits },
      ],
    };
  }
  if (!versioned) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** The edit that deletes a file; `undefined` if the client cannot delete files. */
export function fileDeletion(
  { uri }: FileTarget,
  { deletesFiles }: EditCapabilities,
): WorkspaceEdit | undefined {
  if (!deletesFiles) return undefined;
  return { documentChanges: [{ kind: 'delete', uri, options: { ignoreIfNotExists: true } }] };
}

/** Edits of several files as one; `undefined` if there are none. */
export function mergedEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit | undefined {
  if (edits.length < 2) return edits[0];
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length > 0) return { documentChanges };
  const changes = edits.flatMap((edit) => Object.entries(edit.changes ?? {}));
  return { changes: Object.fromEntries(changes) };
}

/**
 * A code action that edits another file than the draft. An editor would leave the edit unsaved, and
 * its undo reaches only the file with the cursor, so a client with the command writes the file and
 * offers Undo.
 *
 * @param offer How to take the decision back; left out if that is impossible.
 */
export function storing(
  edit: WorkspaceEdit,
  { storesDecisions }: EditCapabilities,
  offer?: UndoOffer,
): Pick<CodeAction, 'edit' | 'command'> {
  if (!storesDecisions) return { edit };
  const given = offer === undefined ? [edit] : [edit, offer];
  return { command: { title: 'Store Decision', command: STORE_DECISION, arguments: given } };
}
