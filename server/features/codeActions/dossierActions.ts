import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-types';
import type { AddedEntry } from '../../../protocol/decisions.js';
import { readProse } from '../../prose/prose.js';
import { type Span, overlaps } from '../../prose/span.js';
import { readDossier } from '../../reference/dossier.js';
import { newDossierEntry } from '../../reference/dossierEntry.js';
import type { Entity, EntityKind } from '../../reference/model.js';
import { editDistance } from '../../reference/names/editDistance.js';
import { splitName } from '../../reference/names/forms.js';
import { fold } from '../../reference/names/spelling.js';
import { reportedOf } from '../diagnostics/diagnostics.js';
import type { Draft } from '../../checks/draft.js';
import { type EditCapabilities, type FileTarget, fileEdit, storing } from './fileEdit.js';

/** The dossier that new names go to. */
export interface DossierTarget extends FileTarget {
  /** The path from the folder, as shown to the user. */
  readonly path: string;
}

/**
 * The quick fixes that add an unknown name to a dossier, so that it is known from then on. A person
 * needs more than a surname. A name that is nearly a known one is probably a misspelling, and a
 * dossier would accept it.
 */
export function dossierActions(
  draft: Draft,
  diagnostics: readonly Diagnostic[],
  target: DossierTarget,
  abilities: EditCapabilities,
): readonly CodeAction[] {
  return reportedOf(draft, diagnostics).flatMap(({ diagnostic, finding: { code, name } }) => {
    if (code !== 'name/unknown' || name?.kind === undefined) return [];
    if (name.kind === 'person' && !name.text.includes(' ')) return [];
    if (isNearMiss(name.text, draft)) return [];
    const addition = additionOf(name.text, name.kind, draft, target, abilities);
    if (addition === undefined) return [];
    return [
      {
        title: `Add “${name.text}” to your dossier`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: false,
        ...addition,
      },
    ];
  });
}

/**
 * True for a name that contains nearly a known one, or one to avoid. Another given name means
 * another person.
 */
function isNearMiss(name: string, { reference }: Draft): boolean {
  if (reference.base.entities.some((entity) => isNearlyNamed(name, entity))) return true;
  return readProse(name, 'plain').blocks.some(({ sentences }) =>
    sentences.some(({ tokens }) =>
      [...reference.names.mentionsIn(tokens), ...reference.names.tentativeMentionsIn(tokens)].some(
        ({ avoided, misspellings }) => avoided || misspellings.some(({ kind }) => kind !== 'given'),
      ),
    ),
  );
}

/** True for a person's full name with a small error in two or more of its words, though not in all; diacritics do not count. */
function isNearlyNamed(name: string, entity: Entity): boolean {
  if (entity.kind !== 'person') return false;
  const right = splitName(entity.name).map(fold);
  const written = splitName(name).map(fold);
  if (right.length !== written.length) return false;
  const same = right.filter((word, at) => word === written[at]).length;
  return (
    same > 0 &&
    right.length - same > 1 &&
    right.every((word, at) => editDistance(written[at] ?? '', word, 1) <= 1)
  );
}

/** True for words in which the draft's report has a misspelled name. */
function isReportedMisspelling(span: Span, { report }: Draft): boolean {
  return report.findings.some(
    (finding) =>
      overlaps(finding.span, span) &&
      (finding.code === 'name/misspelled' || finding.code === 'name/inconsistent'),
  );
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
 * selection is not a name or nearly a known one, or if the dossier already has it.
 */
export function selectionActions(
  draft: Draft,
  range: Range,
  target: DossierTarget,
  abilities: EditCapabilities,
): readonly CodeAction[] {
  const { text, lines } = draft.prose;
  const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  const selected = text.slice(span.start, span.end);
  const name = selected.replace(/[*_]/gu, '').replace(/\s+/gu, ' ').trim();
  if (!isName(name) || isEntry(name, target.text ?? '')) return [];
  if (isReportedMisspelling(span, draft) || isNearMiss(name, draft)) return [];
  return ENTITY_KINDS.flatMap(([kind, called]) => {
    const addition = additionOf(name, kind, draft, target, abilities);
    if (addition === undefined) return [];
    const title = `Add “${name}” to your dossier as ${called}`;
    return [{ title, kind: CodeActionKind.Refactor, ...addition }];
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

/** Adds an entry; a client that stores decisions then shows its line and offers Undo. */
function additionOf(
  name: string,
  kind: EntityKind,
  draft: Draft,
  target: DossierTarget,
  abilities: EditCapabilities,
): Pick<CodeAction, 'edit' | 'command'> | undefined {
  const { text = '' } = target;
  const { offset: at, newText } = newDossierEntry(text, name, kind);
  const edit = fileEdit(target, [{ span: { start: at, end: at }, newText }], abilities);
  if (edit === undefined) return undefined;
  const linesAbove = `${text.slice(0, at)}${newText.trimEnd()}`.split(/\r\n|\r|\n/u).length - 1;
  const added: AddedEntry = {
    kind: 'added',
    text: newText,
    ...(target.text === undefined ? { created: 'file' } : {}),
  };
  const offer = {
    draft: draft.uri,
    decisions: [added],
    message: `“${name}” was added to the dossier ${target.path}.`,
    place: { uri: target.uri, line: linesAbove + 1 },
  };
  return storing(edit, abilities, offer);
}
