import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Prose } from '../../prose/prose.js';
import { type FixData, dataOf, reportedOf } from '../diagnostics/diagnostics.js';
import type { Draft } from '../../checks/draft.js';
import type { Finding, Fix } from '../../checks/finding.js';
import { suppressInDraft } from './suppressInDraft.js';
import { tkNoteFix } from './tkNote.js';
import { differenceOf } from './fixAll.js';
import { FIX_ALL } from '../../../protocol/capabilityConstants.js';

/** The document that edits apply to. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  /** True if the client can reject an edit made for another version. */
  readonly versionedEdits: boolean;
}

/**
 * The quick fixes of the diagnostics that a client shows, taken from their `data`. Diagnostics of
 * another version of the document have none: their edits might hit the wrong words.
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
      edit: draftEdit(target, edits),
    })),
  );
}

/** The fixes in the data of a diagnostic; none if any is malformed, because the data is then not ours. */
function fixesOf(diagnostic: Diagnostic, version: number): readonly FixData[] {
  const fixes: readonly unknown[] = dataOf(diagnostic, version)?.fixes ?? [];
  return fixes.every(isFixData) ? fixes : [];
}

function isFixData(fix: unknown): fix is FixData {
  return (
    typeof fix === 'object' &&
    fix !== null &&
    'title' in fix &&
    typeof fix.title === 'string' &&
    'preferred' in fix &&
    typeof fix.preferred === 'boolean' &&
    'edits' in fix &&
    Array.isArray(fix.edits) &&
    fix.edits.every((edit) => TextEdit.is(edit))
  );
}

/** The quick fixes that insert a note about what to verify. */
export function noteActions(
  target: EditTarget,
  draft: Draft,
  diagnostics: readonly Diagnostic[],
): readonly CodeAction[] {
  return draftActions(target, draft, diagnostics, tkNoteFix);
}

/** The quick fixes that suppress these diagnostics by a comment in the draft. */
export function commentActions(
  target: EditTarget,
  draft: Draft,
  diagnostics: readonly Diagnostic[],
): readonly CodeAction[] {
  return draftActions(target, draft, diagnostics, suppressInDraft);
}

function draftActions(
  target: EditTarget,
  draft: Draft,
  diagnostics: readonly Diagnostic[],
  fixOf: (finding: Finding, draft: Prose) => Fix | undefined,
): readonly CodeAction[] {
  const { lines } = draft.prose;
  return reportedOf(draft, diagnostics).flatMap(({ diagnostic, finding }) => {
    const fix = fixOf(finding, draft.prose);
    if (fix === undefined) return [];
    const edits = fix.edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: false,
        edit: draftEdit(target, edits),
      },
    ];
  });
}

/** The action that replaces a draft by its fixed text; `undefined` if there is nothing to fix. */
export function fixAllAction(
  target: EditTarget,
  { text, lines }: Prose,
  fixed: Prose,
): CodeAction | undefined {
  const difference = differenceOf(text, fixed.text);
  if (difference === undefined) return undefined;
  const { span, newText } = difference;
  return {
    title: 'Fix all misspelled names, doubled words and missing capitals',
    kind: FIX_ALL,
    edit: draftEdit(target, [{ range: lines.range(span), newText }]),
  };
}

/** Edits of a draft in the form that the client supports. */
export function draftEdit(
  { uri, version, versionedEdits: versioned }: EditTarget,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  if (!versioned) return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
