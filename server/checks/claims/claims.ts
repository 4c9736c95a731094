import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Prose, draftSpanOf, sentencesOf } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import { isUncovered, sourcesCover, uncoveredFinding } from '../coverage.js';
import type { Claim, Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { isAttribution, mayClaim } from './checkworthy.js';
import { type Judgement, judgementsOf, spanOf } from './judgements.js';
import { mayReplace } from './replaceable.js';

/** The result of the claims check. */
export interface ClaimReport {
  readonly findings: readonly Finding[];
  /** Lists each claim with its place and verdict, as a cooperative task. */
  readonly claims: () => CooperativeTask<readonly Claim[]>;
}

/**
 * Checks a draft's claims against the sources. `quotes` are the draft's quotations with their
 * verdicts: if a source has one of them, it covers the draft.
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
      // Computed on request, because it parses every sentence of the draft.
      *claims() {
        return yield* claimsOf(yield* judgementsOf(draft, reference, { foreign: true }))();
      },
    };
  }
  const judgements = yield* judgementsOf(draft, reference);
  const uncovered = isUncovered([...judgements, ...recorded]);
  return {
    findings: uncovered ? uncoveredFinding(draft) : judgements.flatMap(findingOf),
    // In a story that no source covers, what resembles a source's event is another event.
    claims: claimsOf(judgements, uncovered ? withoutAccusation : undefined),
  };
}

/** Computed on request: the diagnostics do not need the places. */
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

/** With fewer sentences, shared words are too few to decide by, and judging them all is fast. */
const MANY = 8;

/** True for a draft whose words show that it is about something other than the sources. */
function* isForeign(draft: Prose, reference: Reference): CooperativeTask<boolean> {
  const statements = sentencesOf(draft).filter(({ block, sentence }) => mayClaim(block, sentence));
  return statements.length >= MANY && !(yield* sourcesCover(draft, reference));
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
  const { verdict, block, statement, tokens, segment, besideQuotation } = judgement;
  if (verdict === 'contradicted') {
    const code = 'claim/contradicted';
    return judgement.rationale.differences.map((difference) => {
      const span = spanOf(tokens, difference);
      const { message, evidence, replacement: text, expected, found } = difference;
      return {
        code,
        severity: RULES[code].severity,
        message,
        span: draftSpanOf(block, span),
        evidence,
        fixes:
          text === undefined || !mayReplace(judgement, difference)
            ? []
            : [replacementFix(`Change to “${text}”`, block, span, text)],
        expected,
        found,
      };
    });
  }
  // An attribution beside a quotation (“he said”) is not by itself missing from the sources.
  if (verdict !== 'unsupported' || (besideQuotation && isAttribution(statement, segment)))
    return [];
  const { claim, rationale } = judgement;
  const code = 'claim/unsupported';
  return [
    {
      code,
      severity: RULES[code].severity,
      message: ['Not found in your sources.', claim.note]
        .filter((part) => part !== undefined)
        .join(' '),
      span: claim.span,
      evidence: claim.evidence,
      fixes: [],
      ...(rationale.sourceWords === undefined ? {} : { expected: rationale.sourceWords }),
    },
  ];
}
