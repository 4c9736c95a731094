import type { Readings } from '../inference/readings.js';
import type { Prose } from '../prose/prose.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { ArchiveEvidence } from '../reference/archiveEvidence.js';
import { type Explanation, explainClaims } from './claims/explanation.js';
import type { Claim } from './finding.js';

/**
 * The explanations of a draft's claims; where only the archive answers, its explanation replaces
 * that of the sources, `local`. `readings` are those of the check.
 */
export function withArchiveExplanations(
  draft: Prose,
  claims: readonly Claim[],
  local: readonly Explanation[],
  { reference }: ArchiveEvidence,
  readings: Readings,
): readonly Explanation[] {
  const archived = claims.filter(({ isFromArchive }) => isFromArchive === true);
  if (archived.length === 0) return local;
  const compared = new SpanIndex(explainClaims(draft, reference, readings));
  const explained = archived.map((claim) =>
    explanationOf(
      claim,
      compared
        .overlapping(claim.span)
        .find(({ span }) => span.start === claim.span.start && span.end === claim.span.end),
    ),
  );
  const covered = new SpanIndex(archived);
  return [...local.filter(({ span }) => covered.overlapping(span).length === 0), ...explained].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** A quotation has no more explanation than its claim. */
function explanationOf(
  { span, verdict, score, evidence, note = '' }: Claim,
  compared: Explanation | undefined,
): Explanation {
  const { slots = [], reasons = [] } = compared ?? {};
  return {
    ...{ span, verdict, score, slots, evidence },
    // The note has the difference, which is the first reason otherwise.
    reasons: [note, ...reasons.filter((reason) => !note.includes(reason))],
  };
}
