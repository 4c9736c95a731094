import { olderFirst, sidesInWords } from '../../differingSources.js';
import { newerCountFor } from '../align/countsOfEvent.js';
import { withDraftCapital } from '../align/claimContext.js';
import { type EvidenceRetriever, evidenceOf } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import type { VerdictRationale } from './verdictRationale.js';

/**
 * The rationale of a claim with a figure that an older source has and a newer one has become another;
 * `undefined` for any other claim, and for one that says when it was so. A source without a known day is neither.
 */
export function outdatedRationale(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  rationale: VerdictRationale,
): VerdictRationale | undefined {
  const { statement, first, last } = claim;
  if (statement.dates.some((date) => first <= date.first && date.last <= last)) return undefined;
  const superseded = newerCountFor(retriever, claim, rationale.evidence);
  if (superseded === undefined) return undefined;
  const { count, older, newer, newerCount } = superseded;
  const evidence = [evidenceOf(newer.fact), evidenceOf(older.fact)] as const;
  const found = slotWordsOf(claim.statement, count.first, count.last);
  const expected = slotWordsOf(newer.statement, newerCount.first, newerCount.last);
  const { dayOf } = retriever;
  const sides = olderFirst(
    [
      { words: expected, evidence: evidence[0] },
      { words: found, evidence: evidence[1] },
    ],
    dayOf,
  );
  return {
    ...rationale,
    difference: {
      first: count.first,
      last: count.last,
      message: `“${found}” is outdated: ${sidesInWords(sides, dayOf)}.`,
      replacement: withDraftCapital(claim.statement, count.first, newer.statement, newerCount),
      expected,
      found,
      evidence,
    },
    claim: { verdict: 'contradicted', score: rationale.claim.score, evidence },
    isOutdated: true,
  };
}
