import { SpanIndex } from '../prose/spanIndex.js';
import { countWithNoun } from '../reference/summary.js';
import type { Report } from './check.js';
import type { Claim, Finding, Verdict } from './finding.js';
import { coversCode } from './rules.js';

/** What became of a claim: its verdict, or that the reporter dismissed what was reported about it. */
export type ClaimStatus = Verdict | 'dismissed';

/** Each status as a word after a count or a claim, in the order of summaries. */
export const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  unsupported: 'unsupported',
  unclear: 'to check',
  dismissed: 'dismissed',
};

const STATUSES = Object.keys(STATUS_WORDS) as readonly ClaimStatus[];

/**
 * A function that returns the status of a claim of a report. A claim counts as dismissed if findings about it were
 * dismissed and none remains.
 */
export function statusOfClaims({
  findings,
  dismissed,
}: Pick<Report, 'findings' | 'dismissed'>): (
  claim: Pick<Claim, 'span' | 'verdict'>,
) => ClaimStatus {
  if (dismissed.length === 0) return ({ verdict }) => verdict;
  const remaining = new SpanIndex(findings.filter(isAboutClaim));
  const gone = new SpanIndex(dismissed.map(({ finding }) => finding).filter(isAboutClaim));
  return ({ span, verdict }) =>
    gone.overlapping(span).length > 0 && remaining.overlapping(span).length === 0
      ? 'dismissed'
      : verdict;
}

/** True for a finding about a statement or a quote. */
export function isAboutClaim({ code }: Pick<Finding, 'code'>): boolean {
  return coversCode('claim', code) || coversCode('quote', code);
}

/** “12 claims: 9 supported, 2 contradicted, 1 to check”, without statuses that no claim has. */
export function claimsSummary(statuses: readonly ClaimStatus[]): string {
  const shares = sharesOf(statuses);
  const all = countWithNoun(statuses.length, 'claim');
  return shares === '' ? all : `${all}: ${shares}`;
}

/** “2 contradicted, 1 to check”: the claims that are neither supported nor dismissed; empty if there are none. */
export function openClaims(statuses: readonly ClaimStatus[]): string {
  return sharesOf(statuses.filter((status) => status !== 'supported' && status !== 'dismissed'));
}

function sharesOf(statuses: readonly ClaimStatus[]): string {
  return STATUSES.map((status) => ({
    status,
    count: statuses.filter((one) => one === status).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ count, status }) => `${count} ${STATUS_WORDS[status]}`)
    .join(', ');
}
