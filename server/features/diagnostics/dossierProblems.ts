import { type Diagnostic, DiagnosticSeverity, uinteger } from 'vscode-languageserver-types';
import { readProse } from '../../prose/prose.js';
import { readDossier } from '../../reference/dossier.js';
import type { Problem } from '../../reference/model.js';

/** What is wrong in a dossier, as diagnostics of its lines. */
export function dossierProblems(problems: readonly Problem[]): readonly Diagnostic[] {
  return problems.map(({ citation: { line }, message }) => ({
    // An editor takes what lies beyond a line for its end.
    range: {
      start: { line: line - 1, character: 0 },
      end: { line: line - 1, character: uinteger.MAX_VALUE },
    },
    severity: DiagnosticSeverity.Warning,
    source: 'copydesk',
    message,
  }));
}

/** What is wrong in the text of a dossier that an editor holds open. */
export function problemsIn(dossier: string): readonly Diagnostic[] {
  return dossierProblems(readDossier('', readProse(dossier)).problems);
}
