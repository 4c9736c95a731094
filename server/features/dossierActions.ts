import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { entryFor } from '../reference/dossierEntry.js';
import { toldOf } from './diagnostics.js';
import type { Draft } from './draft.js';
import { type EditAbilities, type FileTarget, fileEdit } from './fileEdit.js';

/** The dossier that new names go to. */
export interface DossierTarget extends FileTarget {
  /** As a reporter knows it: a path from the folder. */
  readonly path: string;
}

/**
 * The quick fixes that give a name of which something is told an entry in a dossier, so that it is
 * known from then on. A person's needs more than a surname. Cannot throw.
 */
export function dossierActions(
  draft: Draft,
  diagnostics: readonly Diagnostic[],
  target: DossierTarget,
  abilities: EditAbilities,
): readonly CodeAction[] {
  return toldOf(draft, diagnostics).flatMap(({ diagnostic, finding: { name } }) => {
    if (name?.kind === undefined) return [];
    if (name.kind === 'person' && !name.text.includes(' ')) return [];
    const { at, newText } = entryFor(target.text ?? '', name.text, name.kind);
    const edit = fileEdit(target, [{ span: { start: at, end: at }, newText }], abilities);
    if (edit === undefined) return [];
    return [
      {
        title: `Add “${name.text}” to the dossier ${target.path}`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: false,
        edit,
      },
    ];
  });
}
