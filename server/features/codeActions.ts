import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Report } from '../checks/check.js';
import type { Prose } from '../prose/prose.js';
import type { DiagnosticData } from './diagnostics.js';
import { differenceOf, mendAll } from './fixAll.js';

/** Mends every mechanical break of a draft at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.copydesk`;

/** The document that edits are for. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  /** True where the client can hold an edit back that fits another version. */
  readonly versioned: boolean;
}

/**
 * The quick fixes of the diagnostics that a client shows, from what travelled with them. Those of an
 * older version of the document offer nothing: their edits might hit the wrong words. Cannot throw.
 */
export function quickFixes(
  target: EditTarget,
  diagnostics: readonly Diagnostic[],
): readonly CodeAction[] {
  return diagnostics.flatMap((diagnostic) =>
    fixesOf(diagnostic, target.version).map(({ title, preferred, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: preferred,
      edit: editOf(target, edits),
    })),
  );
}

/**
 * The action that mends all mechanical breaks; `undefined` where there are none. `check` reads a text
 * as this draft was read. Cannot throw.
 */
export function fixAll(
  target: EditTarget,
  { text, lines }: Prose,
  check: (text: string) => Report,
): CodeAction | undefined {
  const difference = differenceOf(text, mendAll(text, check));
  if (difference === undefined) return undefined;
  const { span, newText } = difference;
  return {
    title: 'Mend all misspelled names and broken sentences',
    kind: FIX_ALL,
    edit: editOf(target, [{ range: lines.range(span), newText }]),
  };
}

function editOf(
  { uri, version, versioned }: EditTarget,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  if (!versioned) return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}

function fixesOf({ source, data }: Diagnostic, version: number): DiagnosticData['fixes'] {
  return source === 'copydesk' && isDiagnosticData(data) && data.version === version
    ? data.fixes
    : [];
}

/** Only this server writes `data` beside its own `source`, so its outer shape vouches for the rest. */
function isDiagnosticData(data: unknown): data is DiagnosticData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'version' in data &&
    'fixes' in data &&
    Array.isArray(data.fixes)
  );
}
