import type {
  Diagnostic,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { hashOf } from '../../prose/grammar/hashing.js';

/** The answer to a pull request for diagnostics: “unchanged” if the client's result id matches them. */
export function pulledReport(
  diagnostics: readonly Diagnostic[],
  previousId: string | undefined,
): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
  const json = JSON.stringify(diagnostics);
  const resultId = `${json.length}-${hashOf(json)}`;
  if (resultId === previousId) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: [...diagnostics] };
}
