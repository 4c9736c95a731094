import { VERDICT_WORDS } from '../../protocol/factSheet.js';
import type { Report } from '../checks/check.js';
import type { Claim, Finding, Verdict } from '../checks/finding.js';
import { coversCode } from '../checks/rules.js';
import { SpanIndex } from '../prose/spanIndex.js';
import { countWithNoun } from '../reference/summary.js';

/**
 * The status of a claim: its verdict, or that its findings were dismissed, or that somebody checked
 * it or found it wrong.
 */
export type ClaimStatus = Verdict | 'signed' | 'rejected' | 'dismissed';

/** Each status as a word after a count or a claim, in the order of summaries. */
export const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  ...VERDICT_WORDS,
  signed: 'checked',
  rejected: 'to correct',
  dismissed: 'dismissed',
};

const STATUSES = Object.keys(STATUS_WORDS) as readonly ClaimStatus[];

/** A claim, as far as its status depends on it. */
type Judged = Pick<Claim, 'span' | 'verdict' | 'isQuote'>;

/** The checkers' decisions about claims; open ones are left out. */
export type SignedClaims = ReadonlyMap<Judged, 'checked' | 'rejected'>;

/**
 * A function that returns the status of a claim of a report. A claim counts as dismissed if
 * findings about it were dismissed and none remains; a checker's signature counts if it is not
 * supported.
 */
export function statusOfClaims(
  { findings, dismissed }: Pick<Report, 'findings' | 'dismissed'>,
  signed: SignedClaims = new Map(),
): (claim: Judged) => ClaimStatus {
  const statusOf = (claim: Judged): ClaimStatus => {
    const decision = signed.get(claim);
    if (decision === 'rejected') return 'rejected';
    return decision === 'checked' && claim.verdict !== 'supported' ? 'signed' : claim.verdict;
  };
  if (dismissed.length === 0) return statusOf;
  const remaining = new SpanIndex(findings.filter(isAboutClaim));
  const gone = new SpanIndex(dismissed.map(({ finding }) => finding).filter(isAboutClaim));
  return (claim) =>
    signed.get(claim) !== 'rejected' &&
    gone.overlapping(claim.span).length > 0 &&
    remaining.overlapping(claim.span).length === 0
      ? 'dismissed'
      : statusOf(claim);
}

/** True for a finding about a statement or a quote. */
export function isAboutClaim({ code }: Pick<Finding, 'code'>): boolean {
  return coversCode('claim', code) || coversCode('quote', code);
}

/**
 * “12 claims: 9 supported, 2 contradicted, 1 to check”, without statuses that no claim has; “12 claims: 9 supported, 1 of
 * 3 left to check, 1 to correct” if somebody checked some of them.
 */
export function claimsSummary(statuses: readonly ClaimStatus[]): string {
  const isBegun = statuses.some((status) => DECIDED.has(status));
  const left = isBegun ? openClaims(statuses) : '';
  const shares =
    left === ''
      ? sharesOf(statuses)
      : [sharesOf(only(statuses, 'supported')), left, sharesOf(only(statuses, 'dismissed'))]
          .filter((part) => part !== '')
          .join(', ');
  const all = countWithNoun(statuses.length, 'claim');
  return shares === '' ? all : `${all}: ${shares}`;
}

/** The statuses that need no work. */
const CLOSED: ReadonlySet<ClaimStatus> = new Set(['supported', 'dismissed']);

/** The statuses that somebody decided. */
const DECIDED: ReadonlySet<ClaimStatus> = new Set(['signed', 'rejected']);

/**
 * “2 contradicted, 1 to check”: the claims that are neither supported nor dismissed, or “15 of
 * 18 left to check, 1 to correct” if some of them are decided; empty if none is left to check or
 * to correct.
 */
export function openClaims(statuses: readonly ClaimStatus[]): string {
  const open = statuses.filter((status) => !CLOSED.has(status));
  const left = open.filter((status) => !DECIDED.has(status));
  const isBegun = left.length > 0 && left.length < open.length;
  return [
    isBegun ? `${left.length} of ${open.length} left to check` : sharesOf(left),
    sharesOf(only(open, 'rejected')),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function only(statuses: readonly ClaimStatus[], wanted: ClaimStatus): readonly ClaimStatus[] {
  return statuses.filter((status) => status === wanted);
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
