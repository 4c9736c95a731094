import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../../checks/finding.js';
import { LineMap } from '../../prose/sourceMap.js';

/** A file beside the draft that a code action may write to. */
export interface FileTarget {
  readonly uri: string;
  /** `undefined` where there is no such file yet. */
  readonly text: string | undefined;
  /** The version that an editor holds open; `null` where none does. */
  readonly version: number | null;
}

/** What a client can do with the edit of a code action. */
export interface EditAbilities {
  /** True where it can hold an edit back that fits another version. */
  readonly versioned: boolean;
  /** True where it can create a file. */
  readonly creates: boolean;
}

/** The edit of a file, made first where it is missing; `undefined` where the client cannot. */
export function fileEdit(
  { uri, text, version }: FileTarget,
  edits: readonly Edit[],
  { versioned, creates }: EditAbilities,
): WorkspaceEdit | undefined {
  const lines = new LineMap(text ?? '');
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
