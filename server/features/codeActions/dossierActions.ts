import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { readProse } from '../../prose/prose.js';
import { readDossier } from '../../reference/dossier.js';
import { entryFor } from '../../reference/dossierEntry.js';
import type { EntityKind } from '../../reference/model.js';
import { reportedOf } from '../diagnostics/diagnostics.js';
import type { Draft } from '../../checks/draft.js';
import { type EditAbilities, type FileTarget, fileEdit } from './fileEdit.js';

/** The dossier that new names go to. */
export interface DossierTarget extends FileTarget {
  /** As a reporter knows it: a path from the folder. */
  readonly path: string;
}

/**
 * The quick fixes that give a name of which something is told an entry in a dossier, so that it is
 * known from then on. A person's needs more than a surname.
 */
export function dossierActions(
  draft: Draft,
  diagnostics: readonly Diagnostic[],
  target: DossierTarget,
  abilities: EditAbilities,
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

/** What a name that somebody selects may be; the desk cannot know, so each is offered. */
const KINDS: readonly (readonly [kind: EntityKind, called: string])[] = [
  ['person', 'a person'],
  ['body', 'a body'],
  ['place', 'a place'],
  ['event', 'an event'],
];

/** No name has more words, or is longer in UTF-16 units. */
const MOST_WORDS = 8;
const LONGEST = 100;

/**
 * The actions that give the name that is selected, told or not, an entry in a dossier; none where what
 * is selected is no name, or the dossier has it.
 */
export function selectionActions(
  { prose: { text, lines } }: Draft,
  range: Range,
  target: DossierTarget,
  abilities: EditAbilities,
): readonly CodeAction[] {
  const selected = text.slice(lines.offset(range.start), lines.offset(range.end));
  const name = selected.replace(/[*_]/gu, '').replace(/\s+/gu, ' ').trim();
  if (!isName(name) || isEntry(name, target.text ?? '')) return [];
  return KINDS.flatMap(([kind, called]) => {
    const edit = entryEdit(name, kind, target, abilities);
    if (edit === undefined) return [];
    const title = `Add “${name}” to the dossier ${target.path} as ${called}`;
    return [{ title, kind: CodeActionKind.Refactor, edit }];
  });
}

function isName(text: string): boolean {
  return (
    text.length <= LONGEST &&
    text.split(' ').length <= MOST_WORDS &&
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
  abilities: EditAbilities,
): WorkspaceEdit | undefined {
  const { at, newText } = entryFor(target.text ?? '', name, kind);
  return fileEdit(target, [{ span: { start: at, end: at }, newText }], abilities);
}
