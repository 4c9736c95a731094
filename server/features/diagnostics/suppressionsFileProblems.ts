import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { SuppressionsProblem } from '../../suppressions/suppressionsFile.js';
import { LineMap } from '../../prose/sourceMap.js';

/** The problems of a suppressions file as diagnostics. */
export function suppressionsFileProblems(
  text: string,
  problems: readonly SuppressionsProblem[],
): readonly Diagnostic[] {
  const lines = new LineMap(text);
  return problems.map(({ span, message }) => ({
    range: lines.range(span),
    severity: DiagnosticSeverity.Warning,
    source: 'copydesk',
    message,
  }));
}
