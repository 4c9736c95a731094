import type { Prose } from '../../prose/prose.js';
import { placeOf } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import { uncoveredFinding } from '../coverage.js';
import { type Claim, DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacement } from '../fix.js';
import { type Judgement, judgementsOf, spanOf } from './judgements.js';

/** What the check has to say of a draft's statements. */
export interface ClaimReport {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
}

/** Judges the draft's statements against the sources. Cannot throw. */
export function checkClaims(draft: Prose, reference: Reference): ClaimReport {
  if (reference.base.facts.length === 0) return { findings: [], claims: [] };
  const judgements = judgementsOf(draft, reference);
  const claims = judgements.map(({ claim }) => claim);
  const uncovered = uncoveredFinding(draft, claims);
  if (uncovered === undefined) return { findings: judgements.flatMap(findingOf), claims };
  // What only looks like the source's event, in a story that no source covers, is another.
  return { findings: [uncovered], claims: claims.map(withoutAccusation) };
}

function withoutAccusation(claim: Claim): Claim {
  return claim.verdict === 'contradicted'
    ? { ...claim, verdict: 'unsupported', evidence: [] }
    : claim;
}

function findingOf({ claim, block, statement, difference }: Judgement): readonly Finding[] {
  if (claim.verdict === 'contradicted' && difference !== undefined) {
    const code = 'claim/contradicted';
    const span = spanOf(statement, difference);
    const { replacement: text } = difference;
    return [
      {
        code,
        severity: DEFAULT_SEVERITY[code],
        message: difference.message,
        span: placeOf(block, span),
        evidence: claim.evidence,
        fixes: text === undefined ? [] : [replacement(`Change to “${text}”`, block, span, text)],
      },
    ];
  }
  if (claim.verdict !== 'unsupported') return [];
  const code = 'claim/unsupported';
  return [
    {
      code,
      severity: DEFAULT_SEVERITY[code],
      message: 'Not found in your sources.',
      span: claim.span,
      evidence: claim.evidence,
      fixes: [],
    },
  ];
}
