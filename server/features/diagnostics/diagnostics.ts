import { type Diagnostic, DiagnosticSeverity, type TextEdit } from 'vscode-languageserver-types';
import {
  type Evidence,
  type Finding,
  type Fix,
  type Severity,
  isOf,
} from '../../checks/finding.js';
import { startOfLine } from '../navigation/definition.js';
import type { Draft } from '../../checks/draft.js';
import { severityIn } from '../../checks/severity.js';

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

/** The most findings that are told of a draft: nobody reads more, and an editor is given all of them after each key. */
export const MOST_REPORTED = 5_000;

/**
 * The findings of a draft as diagnostics, those left out that the reporter turned off; the first `MOST_REPORTED` of more.
 */
export function diagnosticsOf(draft: Draft): readonly Diagnostic[] {
  const slips = slipsIn(draft);
  const told: Diagnostic[] = [];
  for (const finding of draft.report.findings) {
    if (told.length === MOST_REPORTED) break;
    const severity = severityIn(draft.severities, finding);
    if (severity !== undefined) told.push(diagnosticOf(finding, severity, draft, slips));
  }
  return told;
}

/** How many findings a draft has that the reporter has not turned off, told or not, by how much they matter. */
export function findingCounts({ report, severities }: Draft): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const finding of report.findings) {
    const severity = severityIn(severities, finding);
    if (severity !== undefined) counts[severity]++;
  }
  return counts;
}

/**
 * What travelled with a diagnostic of this server; `undefined` for another's and for one of another
 * version of the draft.
 */
export function dataOf({ source, data }: Diagnostic, version: number): DiagnosticData | undefined {
  return source === 'copydesk' && isDiagnosticData(data) && data.version === version
    ? data
    : undefined;
}

/** Only this server writes `data` beside its own `source`, so its outer shape vouches for the rest. */
function isDiagnosticData(data: unknown): data is DiagnosticData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'version' in data &&
    'fixes' in data &&
    Array.isArray(data.fixes)
  );
}

/** A finding of a draft and the diagnostic that tells it. */
export interface ReportedFinding {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
}

/** The findings of a draft that diagnostics tell; none for a diagnostic of another version. */
export function reportedOf(
  { version, report, prose }: Draft,
  diagnostics: readonly Diagnostic[],
): readonly ReportedFinding[] {
  return diagnostics.flatMap((diagnostic) => {
    if (dataOf(diagnostic, version) === undefined) return [];
    const { code, message, range } = diagnostic;
    const start = prose.lines.offset(range.start);
    const end = prose.lines.offset(range.end);
    const finding = report.findings.find(
      ({ span, ...told }) =>
        told.code === code && told.message === message && span.start === start && span.end === end,
    );
    return finding === undefined ? [] : [{ diagnostic, finding }];
  });
}

function diagnosticOf(
  finding: Finding,
  severity: Severity,
  draft: Draft,
  slips: Slips,
): Diagnostic {
  const data: DiagnosticData = {
    version: draft.version,
    fixes: [...finding.fixes, ...everywhere(finding, draft, slips)].map((fix) =>
      fixData(fix, draft),
    ),
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

/** The preferred mends of the names of a draft, by what is written and the mend's title. */
type Slips = ReadonlyMap<string, readonly Fix[]>;

function slipsIn(draft: Draft): Slips {
  const slips = new Map<string, Fix[]>();
  for (const finding of draft.report.findings) {
    const fix = preferredFix(finding);
    if (!isOf('name', finding.code) || fix === undefined) continue;
    const key = slipKey(finding, fix, draft);
    const same = slips.get(key);
    if (same === undefined) slips.set(key, [fix]);
    else same.push(fix);
  }
  return slips;
}

/**
 * Each place carries the edits of all, so their number grows with its square. A slip that stands more
 * often than this is left to the action that mends the whole draft.
 */
const MOST_PLACES = 100;

/** The mend of a name for all places where the draft has the same slip. */
function everywhere(finding: Finding, draft: Draft, slips: Slips): readonly Fix[] {
  const fix = preferredFix(finding);
  if (!isOf('name', finding.code) || fix === undefined) return [];
  const same = slips.get(slipKey(finding, fix, draft)) ?? [];
  if (same.length < 2 || same.length > MOST_PLACES) return [];
  return [
    {
      title: `Correct “${writtenIn(finding, draft)}” everywhere (${same.length} places)`,
      preferred: false,
      edits: same.flatMap(({ edits }) => edits),
    },
  ];
}

function preferredFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ preferred }) => preferred);
}

function slipKey(finding: Finding, { title }: Fix, draft: Draft): string {
  return JSON.stringify([writtenIn(finding, draft), title]);
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
