import type { Base } from '../reference/model.js';
import { isConfidential, shareablePassage } from '../reference/confidential.js';
import type { Report } from './check.js';
import type { Explanation } from './claims/explanation.js';
import type { Claim, DismissedFinding, Evidence, Finding, Opinion } from './finding.js';
import { RULES } from './rules.js';

// What a confidential source says may be used in a check, but not be shown to others. Everything that leaves the
// editor, on the command line and in files, is made from what these functions return.

type Confidential = Pick<Base, 'confidential'>;

/** A report as others may see it: the same without the names and words of confidential sources. */
export function shareableReport(report: Report): Report {
  const { base } = report.reference;
  return (base.confidential?.size ?? 0) === 0 ? report : new ShareableReport(report, base);
}

class ShareableReport implements Report {
  readonly findings: readonly Finding[];
  readonly dismissed: readonly DismissedFinding[];
  readonly isCovered: boolean;
  readonly reference: Report['reference'];
  readonly unread: Report['unread'];
  readonly leftOut: Report['leftOut'];
  readonly #report: Report;
  #claims: readonly Claim[] | undefined;

  constructor(report: Report, base: Confidential) {
    this.findings = report.findings.map((finding) => shareableFinding(finding, base));
    this.dismissed = report.dismissed.map((one) => ({
      ...one,
      finding: shareableFinding(one.finding, base),
    }));
    this.isCovered = report.isCovered;
    this.reference = report.reference;
    this.unread = report.unread;
    this.leftOut = report.leftOut;
    this.#report = report;
  }

  /** Computed on first access, as those of the report are. */
  get claims(): readonly Claim[] {
    return (this.#claims ??= this.#report.claims.map((claim) =>
      shareableClaim(claim, this.reference.base),
    ));
  }
}

/**
 * A finding as others may see it. One that rests on a confidential source, even beside others, has only the words of the
 * draft: its message and its fixes may have the source's.
 */
export function shareableFinding(finding: Finding, base: Confidential): Finding {
  if (!restsOnConfidential(finding, base)) return finding;
  const { code, severity, span, evidence, related, foundBy, found } = finding;
  return {
    code,
    severity,
    span,
    message: shareableMessage(finding),
    evidence: evidence.map((one) => shareablePassage(one, base)),
    fixes: [],
    ...(related === undefined ? {} : { related }),
    ...(foundBy === undefined ? {} : { foundBy }),
    ...(found === undefined ? {} : { found }),
  };
}

function shareableMessage({ code, found, name, word }: Finding): string {
  const words = found ?? name?.text ?? word;
  const { description } = RULES[code];
  const reason = words === undefined ? description : `“${words}”: ${uncapitalised(description)}`;
  return `${reason} (confidential source).`;
}

function uncapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** A claim as others may see it: its verdict, and the passages of sources that are not confidential. */
function shareableClaim(claim: Claim, base: Confidential): Claim {
  const { span, verdict, score, evidence, isQuote, opinion } = claim;
  const isSecret = ({ source }: Evidence): boolean => isConfidential(base, source);
  const said = opinion === undefined ? {} : { opinion: shareableOpinion(opinion, base) };
  if (!evidence.some(isSecret))
    return opinion?.evidence.some(isSecret) === true ? { ...claim, ...said } : claim;
  return {
    span,
    verdict,
    score,
    evidence: evidence.map((one) => shareablePassage(one, base)),
    ...(isQuote === undefined ? {} : { isQuote }),
    ...said,
  };
}

/** A second opinion as others may see it. */
export function shareableOpinion(opinion: Opinion, base: Confidential): Opinion {
  return { ...opinion, evidence: opinion.evidence.map((one) => shareablePassage(one, base)) };
}

/** Why a claim has its verdict, as others may see it. */
export function shareableExplanation(explanation: Explanation, base: Confidential): Explanation {
  const { slots, reasons, evidence } = explanation;
  if ((base.confidential?.size ?? 0) === 0) return explanation;
  const rests = evidence.some(({ source }) => isConfidential(base, source));
  return {
    ...explanation,
    // The full form of a name, after its form in the draft, is that of a source.
    slots: slots.map(({ label, text }) => ({ label, text: text.split(' = ')[0] ?? text })),
    reasons: rests ? [] : reasons,
    evidence: evidence.map((one) => shareablePassage(one, base)),
  };
}

/** True for a finding that has a confidential source as evidence, or names one. */
function restsOnConfidential(
  { evidence, message }: { readonly evidence: readonly Evidence[]; readonly message: string },
  base: Confidential,
): boolean {
  return (
    evidence.some(({ source }) => isConfidential(base, source)) ||
    [...(base.confidential ?? [])].some((source) => message.includes(source))
  );
}
