import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { LineMap } from '../../prose/sourceMap.js';
import type { Span } from '../../prose/span.js';

/** A problem in a file that decides how drafts are checked. */
export interface OwnFileProblem {
  /** UTF-16 units of the file. */
  readonly span: Span;
  readonly message: string;
}

/** The problems of a suppressions file or a house style as diagnostics. */
export function ownFileProblems(
  text: string,
  problems: readonly OwnFileProblem[],
): readonly Diagnostic[] {
  const lines = new LineMap(text);
  return problems.map(({ span, message }) => ({
    range: lines.range(span),
    severity: DiagnosticSeverity.Warning,
    source: 'copydesk',
    message,
  }));
}
