import type { WorkspaceEdit } from 'vscode-languageserver';
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

/** What a client supports in the edit of a code action. */
export interface EditCapabilities {
  /** True if it can reject an edit made for another version. */
  readonly versionedEdits: boolean;
  /** True if it can create files. */
  readonly createsFiles: boolean;
}

/** Built once for all actions that edit a file: it may be long. */
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
  if (text === undefined) {
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
