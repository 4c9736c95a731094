import { type Diagnostic, DiagnosticSeverity, type TextEdit } from 'vscode-languageserver';
import type { Evidence, Finding, Fix, Severity } from '../checks/finding.js';
import { startOfLine } from './definition.js';
import type { Draft } from './draft.js';
import { severityIn } from './settings.js';

/** A fix as it travels with its diagnostic, so that a code action need not read the draft again. */
export interface FixData {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** What a diagnostic carries in `data`. */
export interface DiagnosticData {
  /** The version of the draft that the edits fit. */
  readonly version: number;
  readonly fixes: readonly FixData[];
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of a draft as diagnostics, those left out that the reporter turned off. Cannot throw. */
export function diagnosticsOf(draft: Draft): readonly Diagnostic[] {
  return draft.report.findings.flatMap((finding) => {
    const severity = severityIn(draft.settings, finding);
    return severity === undefined ? [] : [diagnosticOf(finding, severity, draft)];
  });
}

function diagnosticOf(finding: Finding, severity: Severity, draft: Draft): Diagnostic {
  const data: DiagnosticData = {
    version: draft.version,
    fixes: [...finding.fixes, ...everywhere(finding, draft)].map((fix) => fixData(fix, draft)),
  };
  return {
    range: draft.prose.lines.range(finding.span),
    severity: SEVERITIES[severity],
    source: 'copydesk',
    code: finding.code,
    message: finding.message,
    relatedInformation: finding.evidence.flatMap((evidence) => related(evidence, draft)),
    data,
  };
}

function related(
  { source, line, text }: Evidence,
  draft: Draft,
): NonNullable<Diagnostic['relatedInformation']> {
  const uri = draft.addressOf(source);
  return uri === undefined ? [] : [{ location: { uri, range: startOfLine(line) }, message: text }];
}

/** The mend of a misspelled name for all places where the draft has the same slip. */
function everywhere(finding: Finding, draft: Draft): readonly Fix[] {
  const fix = finding.fixes.find(({ preferred }) => preferred);
  if (finding.code !== 'name/misspelled' || fix === undefined) return [];
  const written = writtenIn(finding, draft);
  const same = draft.report.findings.flatMap((other) =>
    other.code === finding.code && writtenIn(other, draft) === written
      ? other.fixes.filter(({ preferred, title }) => preferred && title === fix.title)
      : [],
  );
  if (same.length < 2) return [];
  return [
    {
      title: `Correct “${written}” everywhere (${same.length} places)`,
      preferred: false,
      edits: same.flatMap(({ edits }) => edits),
    },
  ];
}

function writtenIn({ span }: Finding, { prose }: Draft): string {
  return prose.text.slice(span.start, span.end);
}

function fixData({ title, preferred, edits }: Fix, { prose }: Draft): FixData {
  return {
    title,
    preferred,
    edits: edits.map(({ span, newText }) => ({ range: prose.lines.range(span), newText })),
  };
}
