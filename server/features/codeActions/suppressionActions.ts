import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Created, Decision, UndoOffer } from '../../../protocol/decisions.js';
import type { Edit, Finding } from '../../checks/finding.js';
import { anchorOf } from '../../checks/anchor.js';
import type { Suppression } from '../../checks/suppressionData.js';
import {
  type ListKey,
  addAcceptedName,
  addAcceptedWord,
  addIgnoredFinding,
  hasList,
  isEmptyFile,
  removeIgnoredFinding,
} from '../../suppressions/suppressionsFile.js';
import { reportedOf } from '../diagnostics/diagnostics.js';
import type { Draft } from '../../checks/draft.js';
import { type EditCapabilities, type FileTarget, fileEdit, storing } from './fileEdit.js';

/** They accept a name or a word in all drafts. */
const SPELLING_IS_RIGHT = 'This spelling is right in this folder';
const NAME_IS_RIGHT = 'This name is right in this folder';

/** The file in which the suppressions for a draft are stored. */
export interface SuppressionsTarget extends FileTarget {
  /** The path of the draft from the folder of that file; `undefined` if the draft is elsewhere. */
  readonly draft: string | undefined;
}

/**
 * The quick fixes that edit the suppressions file of a folder: accept a name or a word in all its drafts, ignore
 * one finding, remove a suppression that no longer matches anything. None if the file is too damaged
 * to edit.
 */
export function suppressionActions(
  draft: Draft,
  diagnostics: readonly Diagnostic[],
  target: SuppressionsTarget,
  abilities: EditCapabilities,
): readonly CodeAction[] {
  const { text = '' } = target;
  return reportedOf(draft, diagnostics).flatMap(({ diagnostic, finding }) => {
    const { name, word, unused } = finding;
    const suppression = suppressionOf(finding, draft, target);
    const action = (
      title: string,
      edits: readonly Edit[] | undefined,
      offer?: Pick<UndoOffer, 'decisions' | 'message'>,
    ): readonly CodeAction[] => {
      const edit = edits === undefined ? undefined : fileEdit(target, edits, abilities);
      if (edit === undefined) return [];
      const kind = CodeActionKind.QuickFix;
      const isPreferred = unused !== undefined;
      const stored = storing(edit, abilities, offer && { draft: draft.uri, ...offer });
      return [{ title, kind, diagnostics: [diagnostic], isPreferred, ...stored }];
    };
    return [
      ...(name === undefined
        ? []
        : action(
            finding.code === 'name/unknown' ? NAME_IS_RIGHT : SPELLING_IS_RIGHT,
            addAcceptedName(text, name.text),
            {
              decisions: [
                { kind: 'accepted', name: name.text, ...createdIn(target, 'acceptedNames') },
              ],
              message: `“${name.text}” counts as right in this folder.`,
            },
          )),
      ...(word === undefined
        ? []
        : action(SPELLING_IS_RIGHT, addAcceptedWord(text, word), {
            decisions: [{ kind: 'acceptedWord', word, ...createdIn(target, 'acceptedWords') }],
            message: `“${word}” counts as right in this folder.`,
          })),
      ...(suppression === undefined
        ? []
        : action('Ignore here', addIgnoredFinding(text, suppression), {
            decisions: [{ ...decisionOf(suppression), ...createdIn(target, 'ignoredFindings') }],
            message: `Dismissed: ${finding.message}`,
          })),
      ...(unused === undefined
        ? []
        : action('Remove what ignores it', removeIgnoredFinding(text, unused))),
    ];
  });
}

/** What adding an entry to a list creates besides the entry. */
function createdIn({ text }: FileTarget, key: ListKey): Created {
  if (text === undefined) return { created: 'file' };
  if (isEmptyFile(text)) return { created: 'list', emptyFile: text };
  return hasList(text, key) ? {} : { created: 'list' };
}

function decisionOf({ code, sentence, words, occurrence }: Suppression): Decision {
  const anchor = { code, sentence, words };
  return { kind: 'ignored', ...anchor, ...(occurrence === undefined ? {} : { occurrence }) };
}

/** The suppression of one finding; `undefined` for a finding about an unused suppression. */
function suppressionOf(
  { code, span }: Finding,
  { prose }: Draft,
  { draft }: SuppressionsTarget,
): Suppression | undefined {
  const anchor = code === 'style/unused-ignore' ? undefined : anchorOf(prose, span);
  if (anchor === undefined) return undefined;
  return { code, ...anchor, ...(draft === undefined ? {} : { draft }) };
}
