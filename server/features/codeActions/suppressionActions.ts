import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Edit, Finding } from '../../checks/finding.js';
import { anchorOf } from '../../checks/anchor.js';
import type { Suppression } from '../../checks/suppression.js';
import {
  SUPPRESSIONS_FILE,
  accept,
  ignore,
  takeBack,
} from '../../suppressions/suppressionsFile.js';
import { reportedOf } from '../diagnostics/diagnostics.js';
import type { Draft } from '../../checks/draft.js';
import { type EditAbilities, type FileTarget, fileEdit } from './fileEdit.js';

/** The file that the decisions about a draft go to. */
export interface SuppressionsTarget extends FileTarget {
  /** The path of the draft from its folder, where it lies there. */
  readonly draft: string | undefined;
}

/**
 * The quick fixes that write into the decisions of a folder: accept a name in all its drafts, ignore a
 * finding where it stands, take back a decision that matches nothing any more. None where the file is
 * too broken to be written to.
 */
export function suppressionActions(
  draft: Draft,
  diagnostics: readonly Diagnostic[],
  target: SuppressionsTarget,
  abilities: EditAbilities,
): readonly CodeAction[] {
  const { text = '' } = target;
  return reportedOf(draft, diagnostics).flatMap(({ diagnostic, finding }) => {
    const { name, unused } = finding;
    const ignored = decisionAbout(finding, draft, target);
    const action = (
      title: string,
      edits: readonly Edit[] | undefined,
      isPreferred = false,
    ): readonly CodeAction[] => {
      const edit = edits === undefined ? undefined : fileEdit(target, edits, abilities);
      if (edit === undefined) return [];
      const kind = CodeActionKind.QuickFix;
      return [{ title, kind, diagnostics: [diagnostic], isPreferred, edit }];
    };
    return [
      ...(name === undefined
        ? []
        : action(
            `Accept the name “${name.text}” everywhere (${SUPPRESSIONS_FILE})`,
            accept(text, name.text),
          )),
      ...(ignored === undefined
        ? []
        : action(`Ignore ${ignored.code} here (${SUPPRESSIONS_FILE})`, ignore(text, ignored))),
      ...(unused === undefined
        ? []
        : action(`Remove it from ${SUPPRESSIONS_FILE}`, takeBack(text, unused), true)),
    ];
  });
}

/** The decision to ignore a finding where it stands; none about one that tells of an ignore itself. */
function decisionAbout(
  { code, span }: Finding,
  { prose }: Draft,
  { draft }: SuppressionsTarget,
): Suppression | undefined {
  const anchor = code === 'style/unused-ignore' ? undefined : anchorOf(prose, span);
  if (anchor === undefined) return undefined;
  return { code, ...anchor, ...(draft === undefined ? {} : { draft }) };
}
