import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Decision, IgnoredFinding } from '../../../protocol/decisions.js';
import { anchorOf, isSameAnchor } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';
import { withoutDossierEntry } from '../../reference/dossierEntry.js';
import {
  parseIgnoreComment,
  isSuppressedBy,
  restoringEdit,
} from '../../suppressions/ignoreComment.js';
import { withoutAcceptedName, withoutIgnoredFinding } from '../../suppressions/suppressionsFile.js';
import { type EditTarget, draftEdit } from './codeActions.js';
import { type EditCapabilities, type FileTarget, fileEdit, mergedEdits } from './fileEdit.js';
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
 * The edit that takes back decisions: it removes the entries and comments that ignore a finding, an accepted name, or an
 * entry of the dossier that nobody has filled in yet. `undefined` if there is nothing left to remove.
 */
export function takeBackEdit(
  draft: Draft,
  decisions: readonly Decision[],
  files: DecisionFiles,
  capabilities: EditCapabilities,
): WorkspaceEdit | undefined {
  const ignored = decisions.filter((decision) => decision.kind === 'ignored');
  const edits = [
    fileChange(files.suppressions, capabilities, (text) =>
      decisions.reduce(withoutSuppression, text),
    ),
    fileChange(files.dossier, capabilities, (text) =>
      decisions.reduce(
        (rest, decision) =>
          decision.kind === 'added' ? withoutDossierEntry(rest, decision.text) : rest,
        text,
      ),
    ),
    commentEdit(draft, ignored, files.draft),
  ];
  return mergedEdits(edits.flatMap((edit) => edit ?? []));
}

function withoutSuppression(text: string, decision: Decision): string {
  switch (decision.kind) {
    case 'ignored':
      return withoutIgnoredFinding(text, decision);
    case 'accepted':
      return withoutAcceptedName(text, decision.name);
    case 'added':
      return text;
  }
}

/** The edit that turns the text of an existing file into another; `undefined` if they are the same. */
function fileChange(
  file: FileTarget | undefined,
  capabilities: EditCapabilities,
  change: (text: string) => string,
): WorkspaceEdit | undefined {
  if (file?.text === undefined) return undefined;
  const difference = differenceOf(file.text, change(file.text));
  return difference === undefined ? undefined : fileEdit(file, [difference], capabilities);
}

/** The edits of the draft that make its comments ignore these findings no longer. */
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
