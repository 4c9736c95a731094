import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Prose } from '../../prose/prose.js';
import { dataOf, reportedOf } from '../diagnostics/diagnostics.js';
import type { Draft } from '../../checks/draft.js';
import { suppressInDraft } from './suppressInDraft.js';
import { differenceOf } from './fixAll.js';
import { FIX_ALL } from '../../../protocol/capabilityConstants.js';

/** The document that edits are for. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  /** True where the client can hold an edit back that fits another version. */
  readonly versioned: boolean;
}

/**
 * The quick fixes of the diagnostics that a client shows, from what travelled with them. Those of an
 * older version of the document offer nothing: their edits might hit the wrong words.
 */
export function quickFixes(
  target: EditTarget,
  diagnostics: readonly Diagnostic[],
): readonly CodeAction[] {
  return diagnostics.flatMap((diagnostic) =>
    (dataOf(diagnostic, target.version)?.fixes ?? []).map(({ title, preferred, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: preferred,
      edit: draftEdit(target, edits),
    })),
  );
}

/**
 * The quick fixes that let stand what these diagnostics tell, by words in the draft itself.
 */
export function suppressFixes(
  target: EditTarget,
  draft: Draft,
  diagnostics: readonly Diagnostic[],
): readonly CodeAction[] {
  const { lines } = draft.prose;
  return reportedOf(draft, diagnostics).flatMap(({ diagnostic, finding }) =>
    suppressInDraft(finding, draft.prose).map(({ title, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: false,
      edit: draftEdit(
        target,
        edits.map(({ span, newText }) => ({ range: lines.range(span), newText })),
      ),
    })),
  );
}

/** The action that turns a draft into what it is with all mended; `undefined` where that is the same. */
export function fixAll(
  target: EditTarget,
  { text, lines }: Prose,
  mended: Prose,
): CodeAction | undefined {
  const difference = differenceOf(text, mended.text);
  if (difference === undefined) return undefined;
  const { span, newText } = difference;
  return {
    title: 'Mend all misspelled names and broken sentences',
    kind: FIX_ALL,
    edit: draftEdit(target, [{ range: lines.range(span), newText }]),
  };
}

/** Edits of a draft in the shape that its client takes. */
export function draftEdit(
  { uri, version, versioned }: EditTarget,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  if (!versioned) return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
