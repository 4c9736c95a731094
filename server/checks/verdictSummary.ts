import type { Claim, Verdict } from './finding.js';
import { countWithNoun } from '../reference/summary.js';

/** Each verdict as a heading. */
export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  supported: 'Supported by the sources',
  contradicted: 'Contradicted by the sources',
  unsupported: 'Not in the sources',
  unclear: 'Check',
};

/** All verdicts, in the order of summaries. */
export const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'unsupported', 'unclear'];

/** “12 claims: 9 supported, 2 contradicted, 1 unsupported”, without verdicts that no claim has. */
export function claimsSummary(claims: readonly Pick<Claim, 'verdict'>[]): string {
  const shares = VERDICTS.map((verdict) => ({
    verdict,
    count: claims.filter((claim) => claim.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const all = countWithNoun(claims.length, 'claim');
  if (shares.length === 0) return all;
  return `${all}: ${shares.map(({ count, verdict }) => `${count} ${verdict}`).join(', ')}`;
}
