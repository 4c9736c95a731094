import type { Report } from '../../checks/check.js';
import type { Claim, Edit, Evidence, Finding, Severity, Verdict } from '../../checks/finding.js';
import type { LineMap, Range } from '../../prose/sourceMap.js';
import type { Span } from '../../prose/span.js';

/** A stretch of the draft in both units: UTF-16 offsets into the text, and LSP line and character. */
export interface PlaceJson {
  readonly offset: readonly [start: number, end: number];
  readonly range: Range;
}

/** An edit as JSON. */
export interface EditJson extends PlaceJson {
  readonly newText: string;
}

/** A fix as JSON. */
export interface FixJson {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly EditJson[];
}

/** A finding as JSON. */
export interface FindingJson extends PlaceJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly FixJson[];
}

/** A claim as JSON. */
export interface ClaimJson extends PlaceJson {
  readonly verdict: Verdict;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A report as JSON: the shapes that programs outside may rely on. */
export interface ReportJson {
  readonly findings: readonly FindingJson[];
  readonly claims: readonly ClaimJson[];
}

/** Turns a report into its JSON. `lines` are the draft's. */
export function reportJson(report: Report, lines: LineMap): ReportJson {
  return {
    findings: report.findings.map((finding) => findingJson(finding, lines)),
    claims: report.claims.map((claim) => claimJson(claim, lines)),
  };
}

function findingJson(finding: Finding, lines: LineMap): FindingJson {
  const { code, severity, message, span, evidence, fixes } = finding;
  return {
    code,
    severity,
    message,
    ...place(span, lines),
    evidence: evidence.map(evidenceJson),
    fixes: fixes.map(({ title, preferred, edits }) => ({
      title,
      preferred,
      edits: edits.map((edit) => editJson(edit, lines)),
    })),
  };
}

function claimJson({ span, verdict, score, evidence }: Claim, lines: LineMap): ClaimJson {
  return { ...place(span, lines), verdict, score, evidence: evidence.map(evidenceJson) };
}

function editJson({ span, newText }: Edit, lines: LineMap): EditJson {
  return { ...place(span, lines), newText };
}

function evidenceJson({ source, line, text }: Evidence): Evidence {
  return { source, line, text };
}

function place(span: Span, lines: LineMap): PlaceJson {
  return { offset: [span.start, span.end], range: lines.range(span) };
}
