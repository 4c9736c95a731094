import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { SHOW_EVIDENCE } from '../../../protocol/capabilityConstants.js';
import type { Draft } from '../../checks/draft.js';
import type { Code } from '../../checks/rules.js';
import { reportedOf } from '../diagnostics/diagnostics.js';

/** The codes of findings without a source; their evidence is only the closest passage. */
const WITHOUT_EVIDENCE: ReadonlySet<Code> = new Set(['claim/unsupported', 'quote/unsupported']);

/** The quick fixes that open a source, by its role in the finding. */
export interface EvidenceActions {
  /** “See the evidence”: the passage that contradicts the draft, or has the right form. */
  readonly evidence: readonly CodeAction[];
  /** “Show the closest passage”: the passage that resembles the draft most. */
  readonly closest: readonly CodeAction[];
}

/** The quick fixes that open the first source of a finding beside the draft, for a client with the command for it. */
export function evidenceActions(draft: Draft, diagnostics: readonly Diagnostic[]): EvidenceActions {
  const evidence: CodeAction[] = [];
  const closest: CodeAction[] = [];
  for (const { diagnostic, finding } of reportedOf(draft, diagnostics)) {
    const isClosest = WITHOUT_EVIDENCE.has(finding.code);
    for (const { source, line } of finding.evidence.slice(0, 1)) {
      const uri = draft.uriOfSource(source);
      if (uri === undefined) continue;
      const title = isClosest ? 'Show the closest passage' : 'See the evidence';
      (isClosest ? closest : evidence).push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: false,
        command: { title, command: SHOW_EVIDENCE, arguments: [uri, line] },
      });
    }
  }
  return { evidence, closest };
}
