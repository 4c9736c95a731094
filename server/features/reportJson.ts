import type { Report } from '../checks/check.js';
import type {
  Claim,
  Edit,
  Evidence,
  Finding,
  FoundBy,
  Opinion,
  Verdict,
} from '../checks/finding.js';
import type { Severity } from '../checks/rules.js';
import { statusOfClaims } from './verdictSummary.js';
import type { LineMap, Range } from '../prose/sourceMap.js';
import type { Span } from '../prose/span.js';

/** A span of the draft in both units: UTF-16 offsets into the text, and LSP lines and characters. */
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

/** Another place of the draft that a finding is about, with the sentence there, as JSON. */
export interface RelatedPlaceJson extends PlaceJson {
  readonly text: string;
}

/** A passage as JSON; `link` opens a document of the newsroom's archive. */
export type EvidenceJson = Pick<Evidence, 'source' | 'line' | 'passage' | 'text' | 'link'>;

/** A finding as JSON. */
export interface FindingJson extends PlaceJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly evidence: readonly EvidenceJson[];
  readonly fixes: readonly FixJson[];
  /** Present on `claim/inconsistent`: the place from which this one differs. */
  readonly related?: readonly RelatedPlaceJson[];
  /** Present on `sentence/…`: whether a rule found it or the sentence reader. */
  readonly foundBy?: FoundBy;
}

/** A claim as JSON. */
export interface ClaimJson extends PlaceJson {
  readonly verdict: Verdict;
  readonly score: number;
  readonly evidence: readonly EvidenceJson[];
  /** Present if the newsroom's archive answers the claim and no source does; `note` says how. */
  readonly archive?: true;
  readonly note?: string;
  /** Present if the reporter dismissed the findings about the claim. */
  readonly dismissed?: true;
  /** Present if a model of the reporter's has answered: its own verdict, which changes nothing about `verdict`. */
  readonly opinion?: OpinionJson;
}

/** A second opinion as JSON. */
export interface OpinionJson extends Pick<Opinion, 'model' | 'verdict' | 'words' | 'disagreement'> {
  readonly evidence: readonly EvidenceJson[];
}

/** A report as JSON. Other programs rely on this format. */
export interface ReportJson {
  readonly findings: readonly FindingJson[];
  readonly claims: readonly ClaimJson[];
}

/** Converts a report to JSON; `lines` maps the draft's offsets. */
export function reportJson(report: Report, lines: LineMap): ReportJson {
  const statusOf = statusOfClaims(report);
  return {
    findings: report.findings.map((finding) => findingJson(finding, lines)),
    claims: report.claims.map((claim) => ({
      ...claimJson(claim, lines),
      ...(statusOf(claim) === 'dismissed' ? { dismissed: true } : {}),
    })),
  };
}

function findingJson(finding: Finding, lines: LineMap): FindingJson {
  const { code, severity, message, span, evidence, related, fixes, foundBy } = finding;
  return {
    code,
    severity,
    message,
    ...placeJson(span, lines),
    evidence: evidence.map(evidenceJson),
    fixes: fixes.map(({ title, preferred, edits }) => ({
      title,
      preferred,
      edits: edits.map((edit) => editJson(edit, lines)),
    })),
    ...(related === undefined
      ? {}
      : {
          related: related.map((place) => ({ ...placeJson(place.span, lines), text: place.text })),
        }),
    ...(foundBy === undefined ? {} : { foundBy }),
  };
}

function claimJson(
  { span, verdict, score, evidence, isFromArchive, note = '', opinion }: Claim,
  lines: LineMap,
): ClaimJson {
  return {
    ...placeJson(span, lines),
    verdict,
    score,
    evidence: evidence.map(evidenceJson),
    ...(isFromArchive === true ? { archive: true, note } : {}),
    ...(opinion === undefined
      ? {}
      : { opinion: { ...opinion, evidence: opinion.evidence.map(evidenceJson) } }),
  };
}

function editJson({ span, newText }: Edit, lines: LineMap): EditJson {
  return { ...placeJson(span, lines), newText };
}

function evidenceJson({ source, line, passage, text, link }: Evidence): EvidenceJson {
  return {
    ...{ source, line, text },
    ...(passage === undefined ? {} : { passage }),
    ...(link === undefined ? {} : { link }),
  };
}

function placeJson(span: Span, lines: LineMap): PlaceJson {
  return { offset: [span.start, span.end], range: lines.range(span) };
}
