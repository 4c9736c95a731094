import type { Draft } from '../../checks/draft.js';
import type { Claim } from '../../checks/finding.js';
import type { StoredSignOff } from './signOffFile.js';
import { signOffsOf } from './signOffs.js';
import { subjectAt, unsigned } from './signedSubject.js';

/**
 * The claims of a draft that somebody has signed as they are now. The claims of its report have to be computed.
 *
 * @param stored What was signed in the draft.
 */
export function signedClaimsOf(
  draft: Draft,
  stored: readonly StoredSignOff[],
): ReadonlySet<Pick<Claim, 'span' | 'verdict'>> {
  if (stored.length === 0) return new Set();
  const entries = draft.report.claims.map((claim) => {
    const kind = claim.isQuote === true ? 'quote' : 'statement';
    const subject = { kind, ...subjectAt(claim.span, draft) } as const;
    return { claim, verdict: claim.verdict, signOff: unsigned(subject) };
  });
  const signOffs = signOffsOf(entries, stored);
  return new Set(
    entries
      .filter((entry) => (signOffs.get(entry)?.signatures ?? []).length > 0)
      .map(({ claim }) => claim),
  );
}
