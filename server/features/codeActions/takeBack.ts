import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { AddedEntry, Decision, IgnoredFinding } from '../../../protocol/decisions.js';
import { anchorOf, isSameAnchor } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';
import { withoutDossierEntry } from '../../reference/dossierEntry.js';
import {
  parseIgnoreComment,
  isSuppressedBy,
  restoringEdit,
} from '../../suppressions/ignoreComment.js';
import {
  type ListKey,
  isEmptyFile,
  withoutAcceptedName,
  withoutAcceptedWord,
  withoutEmptyList,
  withoutIgnoredFinding,
} from '../../suppressions/suppressionsFile.js';
import { type EditTarget, draftEdit } from './codeActions.js';
import {
  type EditCapabilities,
  type FileTarget,
  fileDeletion,
  fileEdit,
  mergedEdits,
} from './fileEdit.js';
import { differenceOf } from './fixAll.js';

/** The files from which decisions about a draft are taken back. */
export interface DecisionFiles {
  readonly draft: EditTarget;
  /** `undefined` if the draft has no suppressions file. */
  readonly suppressions: FileTarget | undefined;
  /** `undefined` if the folder has no dossier. */
  readonly dossier: FileTarget | undefined;
}

/**
 * The edit that takes back decisions: it removes the entries and comments that ignore a finding, an accepted name or word, or an
 * entry of the dossier that nobody has filled in yet, and the list or the file that was created for one of them.
 * `undefined` if there is nothing left to remove.
 */
export function takeBackEdit(
  draft: Draft,
  decisions: readonly Decision[],
  files: DecisionFiles,
  capabilities: EditCapabilities,
): WorkspaceEdit | undefined {
  const ignored = decisions.filter((decision) => decision.kind === 'ignored');
  const suppressing = decisions.filter(({ kind }) => kind !== 'added');
  const added = decisions.filter(({ kind }) => kind === 'added');
  const edits = [
    fileChange(files.suppressions, suppressing, withoutSuppression, isEmptyFile, capabilities),
    fileChange(files.dossier, added, withoutAddition, (text) => text.trim() === '', capabilities),
    commentEdit(draft, ignored, files.draft),
  ];
  return mergedEdits(edits.flatMap((edit) => edit ?? []));
}

function withoutAddition(text: string, decision: Decision): string {
  return decision.kind === 'added' ? withoutDossierEntry(text, decision.text) : text;
}

/**
 * The text of a suppressions file without a decision's additions: its entries, and the list if that
 * is new.
 */
function withoutSuppression(text: string, decision: Decision): string {
  if (decision.kind === 'added') return text;
  const { created, emptyFile } = decision;
  const { list, rest } = withoutEntry(text, decision);
  if (rest === text || created === undefined) return rest;
  const unlisted = withoutEmptyList(rest, list);
  return emptyFile !== undefined && isEmptyFile(emptyFile) && isEmptyFile(unlisted)
    ? emptyFile
    : unlisted;
}

/** The text of a suppressions file without the entry of a decision, and the list that had it. */
function withoutEntry(
  text: string,
  decision: Exclude<Decision, AddedEntry>,
): { readonly list: ListKey; readonly rest: string } {
  switch (decision.kind) {
    case 'accepted':
      return { list: 'acceptedNames', rest: withoutAcceptedName(text, decision.name) };
    case 'acceptedWord':
      return { list: 'acceptedWords', rest: withoutAcceptedWord(text, decision.word) };
    case 'ignored':
      return { list: 'ignoredFindings', rest: withoutIgnoredFinding(text, decision) };
  }
}

/**
 * The edit that takes decisions back in an existing file, which is deleted if one of them created
 * it and it is otherwise empty; `undefined` if nothing changes.
 */
function fileChange(
  file: FileTarget | undefined,
  decisions: readonly Decision[],
  without: (text: string, decision: Decision) => string,
  isEmpty: (text: string) => boolean,
  capabilities: EditCapabilities,
): WorkspaceEdit | undefined {
  if (file?.text === undefined) return undefined;
  const rest = decisions.reduce(without, file.text);
  const difference = differenceOf(file.text, rest);
  if (difference === undefined) return undefined;
  const isCreated = decisions.some(({ created }) => created === 'file');
  const deletion = isCreated && isEmpty(rest) ? fileDeletion(file, capabilities) : undefined;
  return deletion ?? fileEdit(file, [difference], capabilities);
}

/** The edits of the draft that remove these findings from its comments. */
function commentEdit(
  { prose, report }: Draft,
  decisions: readonly IgnoredFinding[],
  target: EditTarget,
): WorkspaceEdit | undefined {
  const restored = report.dismissed
    .map(({ finding }) => finding)
    .filter((finding) => {
      const anchor = anchorOf(prose, finding.span);
      return (
        anchor !== undefined &&
        decisions.some(({ code, ...at }) => code === finding.code && isSameAnchor(at, anchor))
      );
    });
  const edits = prose.comments.flatMap((text) => {
    const comment = parseIgnoreComment(text);
    const covered = restored.filter(
      (finding) => comment !== undefined && isSuppressedBy(comment, finding),
    );
    if (comment === undefined || covered.length === 0) return [];
    return [restoringEdit(comment, covered, prose)];
  });
  if (edits.length === 0) return undefined;
  return draftEdit(
    target,
    edits.map(({ span, newText }) => ({ range: prose.lines.range(span), newText })),
  );
}
