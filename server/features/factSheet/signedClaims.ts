import type { Draft } from '../../checks/draft.js';
import type { Finding } from '../../checks/finding.js';
import { coversCode } from '../../checks/rules.js';
import { decisionOn } from '../../../protocol/signOff.js';
import { SpanIndex } from '../../prose/spanIndex.js';
import type { SignedClaims } from '../verdictSummary.js';
import type { StoredSignOff } from './signOffFile.js';
import { signOffsOf } from './signOffs.js';
import { subjectAt, unsigned } from './signedSubject.js';

/**
 * The checkers' decisions about the claims of a draft in their current form. The claims of its
 * report must have been computed.
 *
 * @param stored The signatures in the draft.
 */
export function signedClaimsOf(draft: Draft, stored: readonly StoredSignOff[]): SignedClaims {
  if (stored.length === 0) return new Map();
  const entries = draft.report.claims.map((claim) => {
    const kind = claim.isQuote === true ? 'quote' : 'statement';
    const subject = { kind, ...subjectAt(claim.span, draft) } as const;
    return { claim, verdict: claim.verdict, signOff: unsigned(subject) };
  });
  const signOffs = signOffsOf(entries, stored);
  return new Map(
    entries.flatMap((entry) => {
      const decision = decisionOn(signOffs.get(entry) ?? entry.signOff);
      return decision === 'open' ? [] : [[entry.claim, decision]];
    }),
  );
}

/**
 * The findings without those about claims that somebody checked and did not find wrong. The same
 * value if there are none of those.
 */
export function withoutChecked(
  findings: readonly Finding[],
  signed: SignedClaims,
): readonly Finding[] {
  const checked = [...signed].flatMap(([claim, decision]) =>
    decision === 'checked' ? [claim] : [],
  );
  if (checked.length === 0) return findings;
  const index = new SpanIndex(checked);
  return findings.filter(
    ({ code, span }) =>
      !index
        .overlapping(span)
        .some(({ isQuote = false }) => coversCode(isQuote ? 'quote' : 'claim', code)),
  );
}
