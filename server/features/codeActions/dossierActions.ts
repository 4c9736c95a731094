import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { readProse } from '../../prose/prose.js';
import { readDossier } from '../../reference/dossier.js';
import { newDossierEntry } from '../../reference/dossierEntry.js';
import type { EntityKind } from '../../reference/model.js';
import { reportedOf } from '../diagnostics/diagnostics.js';
import type { Draft } from '../../checks/draft.js';
import { type EditCapabilities, type FileTarget, fileEdit } from './fileEdit.js';

/** The dossier that new names go to. */
export interface DossierTarget extends FileTarget {
  /** The path from the folder, as shown to the user. */
  readonly path: string;
}

/**
 * The quick fixes that add a reported name to a dossier, so that it is known from then on. A person
 * needs more than a surname.
 */
export function dossierActions(
  draft: Draft,
  diagnostics: readonly Diagnostic[],
  target: DossierTarget,
  abilities: EditCapabilities,
): readonly CodeAction[] {
  return reportedOf(draft, diagnostics).flatMap(({ diagnostic, finding: { name } }) => {
    if (name?.kind === undefined) return [];
    if (name.kind === 'person' && !name.text.includes(' ')) return [];
    const edit = entryEdit(name.text, name.kind, target, abilities);
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

/** The kinds of entity that a selected name can be added as, each with its name in action titles. */
const ENTITY_KINDS: readonly (readonly [kind: EntityKind, called: string])[] = [
  ['person', 'a person'],
  ['body', 'an organisation'],
  ['place', 'a place'],
  ['event', 'an event'],
];

/** A longer selection is not a name. The length is in UTF-16 units. */
const MAX_NAME_WORDS = 8;
const MAX_NAME_LENGTH = 100;

/**
 * The actions that add the selected name to a dossier, one for each kind of entity. None if the
 * selection is not a name, or if the dossier already has it.
 */
export function selectionActions(
  { prose: { text, lines } }: Draft,
  range: Range,
  target: DossierTarget,
  abilities: EditCapabilities,
): readonly CodeAction[] {
  const selected = text.slice(lines.offset(range.start), lines.offset(range.end));
  const name = selected.replace(/[*_]/gu, '').replace(/\s+/gu, ' ').trim();
  if (!isName(name) || isEntry(name, target.text ?? '')) return [];
  return ENTITY_KINDS.flatMap(([kind, called]) => {
    const edit = entryEdit(name, kind, target, abilities);
    if (edit === undefined) return [];
    const title = `Add “${name}” to the dossier ${target.path} as ${called}`;
    return [{ title, kind: CodeActionKind.Refactor, edit }];
  });
}

function isName(text: string): boolean {
  return (
    text.length <= MAX_NAME_LENGTH &&
    text.split(' ').length <= MAX_NAME_WORDS &&
    /^[\p{L}\p{N}]/u.test(text) &&
    /\p{Lu}/u.test(text) &&
    !/[.!?:;]$|[“”"\n]/u.test(text)
  );
}

function isEntry(name: string, dossier: string): boolean {
  const { entities } = readDossier('', readProse(dossier)).base;
  return entities.some((entity) => [entity.name, ...entity.forms].includes(name));
}

function entryEdit(
  name: string,
  kind: EntityKind,
  target: DossierTarget,
  abilities: EditCapabilities,
): WorkspaceEdit | undefined {
  const { offset: at, newText } = newDossierEntry(target.text ?? '', name, kind);
  return fileEdit(target, [{ span: { start: at, end: at }, newText }], abilities);
}
