import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { SuppressionsProblem } from '../../suppressions/suppressionsFile.js';
import { LineMap } from '../../prose/sourceMap.js';

/** What is wrong in a decisions file, as diagnostics of that file. */
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
