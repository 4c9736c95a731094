import type {
  Diagnostic,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { hashOf } from '../../prose/grammar/hashing.js';

/**
 * Diagnostics for a client that asks for them; “unchanged” where it has these already, by the id that
 * they went out with.
 */
export function pulledReport(
  diagnostics: readonly Diagnostic[],
  previousId: string | undefined,
): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
  const told = JSON.stringify(diagnostics);
  const resultId = `${told.length}-${hashOf(told)}`;
  if (resultId === previousId) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: [...diagnostics] };
}
