import type { Claim, Verdict } from './finding.js';
import { counted } from '../reference/summary.js';

/** What each verdict says, as a heading. */
export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  supported: 'Supported by the sources',
  contradicted: 'Contradicted by the sources',
  unsupported: 'Not in the sources',
};

const ORDER: readonly Verdict[] = ['supported', 'contradicted', 'unsupported'];

/** “12 claims: 9 supported, 2 contradicted, 1 unsupported”; verdicts that nothing has are left out. */
export function claimsSummary(claims: readonly Pick<Claim, 'verdict'>[]): string {
  const shares = ORDER.map((verdict) => ({
    verdict,
    count: claims.filter((claim) => claim.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const all = counted(claims.length, 'claim');
  if (shares.length === 0) return all;
  return `${all}: ${shares.map(({ count, verdict }) => `${count} ${verdict}`).join(', ')}`;
}
