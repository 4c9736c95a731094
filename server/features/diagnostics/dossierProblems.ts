import { type Diagnostic, DiagnosticSeverity, uinteger } from 'vscode-languageserver-types';
import { readProse } from '../../prose/prose.js';
import { readDossier } from '../../reference/dossier.js';
import type { Problem } from '../../reference/model.js';

/** The problems of a dossier as diagnostics, each on its whole line. */
export function dossierProblems(problems: readonly Problem[]): readonly Diagnostic[] {
  return problems.map(({ citation: { line }, message }) => ({
    // Editors clip a character beyond the end of a line.
    range: {
      start: { line: line - 1, character: 0 },
      end: { line: line - 1, character: uinteger.MAX_VALUE },
    },
    severity: DiagnosticSeverity.Warning,
    source: 'copydesk',
    message,
  }));
}

/** The problems in the text of an open dossier. */
export function problemsIn(dossier: string): readonly Diagnostic[] {
  return dossierProblems(readDossier('', readProse(dossier)).problems);
}
