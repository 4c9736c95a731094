import { type Diagnostic, DiagnosticSeverity, type TextEdit } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import type { Evidence, Finding, Fix } from '../../checks/finding.js';
import { type Code, type Severity, coversCode } from '../../checks/rules.js';
import { lineInRulesPage } from '../../checks/rulesPage.js';
import { lineStart } from '../navigation/definition.js';
import type { Draft } from '../../checks/draft.js';
import { type Severities, severityIn } from '../../checks/severity.js';

/** A fix as it is sent with its diagnostic, so that a code action need not read the draft again. */
export interface FixData {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** The `data` of a diagnostic. */
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

/**
 * Upper bound on the findings that are reported for a draft: nobody reads more, and the editor
 * receives all of them after each key.
 */
export const MOST_REPORTED = 5_000;

/**
 * Findings in a draft as diagnostics, without those that the reporter turned off: the first
 * `MOST_REPORTED`.
 *
 * @param rulesPage The address of the page that explains the rules, if the client can link a code
 *   to it.
 * @param findings The ones to report, if not all.
 */
export function diagnosticsOf(
  draft: Draft,
  rulesPage?: string,
  findings = draft.report.findings,
): readonly Diagnostic[] {
  const misspellings = misspellingsIn(draft);
  const diagnostics: Diagnostic[] = [];
  for (const finding of findings) {
    if (diagnostics.length === MOST_REPORTED) break;
    const severity = severityIn(draft.severities, finding);
    if (severity === undefined) continue;
    const diagnostic = diagnosticOf(finding, severity, draft, misspellings);
    diagnostics.push(
      rulesPage === undefined
        ? diagnostic
        : { ...diagnostic, codeDescription: { href: sectionAddress(rulesPage, finding.code) } },
    );
  }
  return diagnostics;
}

/** An editor that opens a file goes to a line (`#L12`), not to a heading. */
function sectionAddress(rulesPage: string, code: Code): string {
  const fragment = `L${lineInRulesPage(code)}`;
  return URI.parse(rulesPage).with({ fragment }).toString();
}

/**
 * The number of findings that the reporter has not turned off, by severity, including those beyond
 * `MOST_REPORTED`.
 */
export function findingCounts(
  findings: readonly Finding[],
  severities: Severities,
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const finding of findings) {
    const severity = severityIn(severities, finding);
    if (severity !== undefined) counts[severity]++;
  }
  return counts;
}

/**
 * The data that was sent with a diagnostic; `undefined` if it comes from another server or belongs to
 * another version of the draft.
 */
export function dataOf({ source, data }: Diagnostic, version: number): DiagnosticData | undefined {
  return source === 'copydesk' && isDiagnosticData(data) && data.version === version
    ? data
    : undefined;
}

/**
 * Only this server combines `data` with its own `source`, so checking the outer shape is enough.
 */
function isDiagnosticData(data: unknown): data is DiagnosticData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'version' in data &&
    'fixes' in data &&
    Array.isArray(data.fixes)
  );
}

/** A finding in a draft and the diagnostic that reports it. */
export interface ReportedFinding {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
}

/** The findings that diagnostics report; none for a diagnostic of another version of the draft. */
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
      ({ span, ...other }) =>
        other.code === code &&
        other.message === message &&
        span.start === start &&
        span.end === end,
    );
    return finding === undefined ? [] : [{ diagnostic, finding }];
  });
}

function diagnosticOf(
  finding: Finding,
  severity: Severity,
  draft: Draft,
  misspellings: Misspellings,
): Diagnostic {
  const data: DiagnosticData = {
    version: draft.version,
    fixes: [...finding.fixes, ...fixEverywhere(finding, draft, misspellings)].map((fix) =>
      fixData(fix, draft),
    ),
  };
  return {
    range: draft.prose.lines.range(finding.span),
    severity: SEVERITIES[severity],
    source: 'copydesk',
    code: finding.code,
    message: finding.message,
    relatedInformation: [
      ...placesInDraft(finding, draft),
      ...finding.evidence.flatMap((evidence) => related(evidence, draft)),
    ],
    data,
  };
}

/** The other places of the draft that a finding is about. */
function placesInDraft(
  { related: places = [] }: Finding,
  { uri, prose }: Draft,
): NonNullable<Diagnostic['relatedInformation']> {
  return places.map(({ span, text }) => ({
    location: { uri, range: prose.lines.range(span) },
    message: text,
  }));
}

function related(
  { source, line, text }: Evidence,
  draft: Draft,
): NonNullable<Diagnostic['relatedInformation']> {
  const uri = draft.uriOfSource(source);
  return uri === undefined ? [] : [{ location: { uri, range: lineStart(line) }, message: text }];
}

/** The preferred fixes of the names in a draft, by what is written and the title of the fix. */
type Misspellings = ReadonlyMap<string, readonly Fix[]>;

function misspellingsIn(draft: Draft): Misspellings {
  const misspellings = new Map<string, Fix[]>();
  for (const finding of draft.report.findings) {
    const fix = preferredFix(finding);
    if (!coversCode('name', finding.code) || fix === undefined) continue;
    const key = misspellingKey(finding, fix, draft);
    const same = misspellings.get(key);
    if (same === undefined) misspellings.set(key, [fix]);
    else same.push(fix);
  }
  return misspellings;
}

/**
 * Each place carries the edits of all places, so their number grows quadratically. A misspelling that is
 * more frequent than this is left to the action that fixes the whole draft.
 */
const MOST_PLACES = 100;

/** The fix that corrects the same misspelling of a name in all its places. */
function fixEverywhere(finding: Finding, draft: Draft, misspellings: Misspellings): readonly Fix[] {
  const fix = preferredFix(finding);
  if (!coversCode('name', finding.code) || fix === undefined) return [];
  const same = misspellings.get(misspellingKey(finding, fix, draft)) ?? [];
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

function misspellingKey(finding: Finding, { title }: Fix, draft: Draft): string {
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
