import { type Prose, placeOf, sentencesOf } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Reference } from '../../reference/reference.js';
import { isUncovered, sourcesSpeakOf, uncoveredFinding } from '../coverage.js';
import { type Claim, DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { isAttribution, mayClaim } from './checkworthy.js';
import { type Judgement, judgementsOf, spanOf } from './judgements.js';

/** What the check has to say of a draft's statements. */
export interface ClaimReport {
  readonly findings: readonly Finding[];
  /** Makes out where each statement stands and what its verdict is, in slices. */
  readonly claims: () => CooperativeTask<readonly Claim[]>;
}

/**
 * Judges the draft's statements against the sources; `quotes` are the draft's quotations, judged: where a
 * source has them, it covers the draft.
 */
export function* checkClaims(
  draft: Prose,
  reference: Reference,
  quotes: readonly Claim[] = [],
): CooperativeTask<ClaimReport> {
  if (reference.base.facts.length === 0) return { findings: [], claims: claimsOf([]) };
  const recorded = quotes.filter(({ verdict }) => verdict !== 'unsupported');
  if (recorded.length === 0 && (yield* isForeign(draft, reference))) {
    return {
      findings: uncoveredFinding(draft),
      // Made out when somebody asks, as that takes every sentence of the draft apart.
      *claims() {
        return yield* claimsOf(yield* judgementsOf(draft, reference, { foreign: true }))();
      },
    };
  }
  const judgements = yield* judgementsOf(draft, reference);
  const uncovered = isUncovered([...judgements, ...recorded]);
  return {
    findings: uncovered ? uncoveredFinding(draft) : judgements.flatMap(findingOf),
    // What only looks like the source's event, in a story that no source covers, is another.
    claims: claimsOf(judgements, uncovered ? withoutAccusation : undefined),
  };
}

/** Made out when somebody asks: where each stands the diagnostics need not know. */
function claimsOf(
  judgements: readonly Judgement[],
  change: (claim: Claim) => Claim = (claim) => claim,
): ClaimReport['claims'] {
  return function* () {
    const claims: Claim[] = [];
    for (const { claim } of judgements) {
      claims.push(change(claim));
      yield;
    }
    return claims;
  };
}

/** Of fewer statements a few words in common are too little to go by, and to judge them takes no time. */
const MANY = 8;

/** True for a draft that is about something else than the sources, by its words alone. */
function* isForeign(draft: Prose, reference: Reference): CooperativeTask<boolean> {
  const statements = sentencesOf(draft).filter(({ block, sentence }) => mayClaim(block, sentence));
  return statements.length >= MANY && !(yield* sourcesSpeakOf(draft, reference));
}

function withoutAccusation(claim: Claim): Claim {
  return claim.verdict === 'contradicted'
    ? {
        span: claim.span,
        verdict: 'unsupported',
        score: claim.score,
        evidence: [],
        note: claim.note,
      }
    : claim;
}

function findingOf(judgement: Judgement): readonly Finding[] {
  const { verdict, block, statement, tokens, cut, besideQuotation } = judgement;
  if (verdict === 'contradicted') {
    const code = 'claim/contradicted';
    return judgement.grounds.differences.map((difference) => {
      const span = spanOf(tokens, difference);
      const { message, evidence, replacement: text } = difference;
      return {
        code,
        severity: DEFAULT_SEVERITY[code],
        message,
        span: placeOf(block, span),
        evidence,
        fixes: text === undefined ? [] : [replacementFix(`Change to “${text}”`, block, span, text)],
      };
    });
  }
  // What only surrounds a quote (“he said”) is not missing from the sources by itself.
  if (verdict !== 'unsupported' || (besideQuotation && isAttribution(statement, cut))) return [];
  const { claim } = judgement;
  const code = 'claim/unsupported';
  return [
    {
      code,
      severity: DEFAULT_SEVERITY[code],
      message: ['Not found in your sources.', claim.note]
        .filter((part) => part !== undefined)
        .join(' '),
      span: claim.span,
      evidence: claim.evidence,
      fixes: [],
    },
  ];
}
