import { VERDICT_WORDS } from '../../protocol/factSheet.js';
import type { Report } from '../checks/check.js';
import type { Claim, Finding, Verdict } from '../checks/finding.js';
import { coversCode } from '../checks/rules.js';
import { SpanIndex } from '../prose/spanIndex.js';
import { countWithNoun } from '../reference/summary.js';

/** What became of a claim: its verdict, that the reporter dismissed what was reported about it, or that somebody checked it. */
export type ClaimStatus = Verdict | 'signed' | 'dismissed';

/** Each status as a word after a count or a claim, in the order of summaries. */
export const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  ...VERDICT_WORDS,
  signed: 'checked',
  dismissed: 'dismissed',
};

const STATUSES = Object.keys(STATUS_WORDS) as readonly ClaimStatus[];

/** A claim, as far as its status depends on it. */
type Judged = Pick<Claim, 'span' | 'verdict'>;

/**
 * A function that returns the status of a claim of a report. A claim counts as dismissed if findings about it were
 * dismissed and none remains; `signed` are those that somebody checked, which counts if they are not supported.
 */
export function statusOfClaims(
  { findings, dismissed }: Pick<Report, 'findings' | 'dismissed'>,
  signed: ReadonlySet<Judged> = new Set(),
): (claim: Judged) => ClaimStatus {
  const statusOf = (claim: Judged): ClaimStatus =>
    signed.has(claim) && claim.verdict !== 'supported' ? 'signed' : claim.verdict;
  if (dismissed.length === 0) return statusOf;
  const remaining = new SpanIndex(findings.filter(isAboutClaim));
  const gone = new SpanIndex(dismissed.map(({ finding }) => finding).filter(isAboutClaim));
  return (claim) =>
    gone.overlapping(claim.span).length > 0 && remaining.overlapping(claim.span).length === 0
      ? 'dismissed'
      : statusOf(claim);
}

/** True for a finding about a statement or a quote. */
export function isAboutClaim({ code }: Pick<Finding, 'code'>): boolean {
  return coversCode('claim', code) || coversCode('quote', code);
}

/**
 * “12 claims: 9 supported, 2 contradicted, 1 to check”, without statuses that no claim has; “12 claims: 9 supported, 1 left
 * of 3” if somebody checked some of them.
 */
export function claimsSummary(statuses: readonly ClaimStatus[]): string {
  const left = statuses.includes('signed') ? openClaims(statuses) : '';
  const shares =
    left === ''
      ? sharesOf(statuses)
      : ['supported', left, 'dismissed']
          .map((part) => (part === left ? left : sharesOf(statuses.filter((one) => one === part))))
          .filter((part) => part !== '')
          .join(', ');
  const all = countWithNoun(statuses.length, 'claim');
  return shares === '' ? all : `${all}: ${shares}`;
}

/** What needs no work. */
const CLOSED: ReadonlySet<ClaimStatus> = new Set(['supported', 'dismissed']);

/**
 * “2 contradicted, 1 to check”: the claims that are neither supported nor dismissed, or “15 left of 18” if somebody checked
 * some of them; empty if none is left.
 */
export function openClaims(statuses: readonly ClaimStatus[]): string {
  const open = statuses.filter((status) => !CLOSED.has(status));
  const left = open.filter((status) => status !== 'signed');
  if (left.length === open.length || left.length === 0) return sharesOf(left);
  return `${left.length} left of ${open.length}`;
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
