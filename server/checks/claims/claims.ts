import { type JudgeRequest, NO_READINGS, type Readings } from '../../inference/readings.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Prose, draftSpanOf, sentencesOf } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import { isUncovered, sourcesCover, uncoveredFinding } from '../coverage.js';
import { shortened } from '../excerpt.js';
import type { Claim, Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { mayClaim } from './segment/checkworthy.js';
import { type Judgement, type Judging, judgementsOf, spanOf } from './judgements.js';
import { slotWordsOf } from './statement/statementQueries.js';

/** The result of the claims check. */
export interface ClaimReport {
  readonly findings: readonly Finding[];
  /** What the judge has still to read before the claims are judged for good. */
  readonly unread: readonly JudgeRequest[];
  /** Lists each claim with its place and verdict, as a cooperative task. */
  readonly claims: () => CooperativeTask<readonly Claim[]>;
  /** How the claims were judged: `judgementsOf` with this judges nothing again. */
  readonly judging: Judging;
}

/**
 * Checks a draft's claims against the sources. `quotes` are the draft's quotations with their
 * verdicts: if a source has one of them, it covers the draft.
 */
export function* checkClaims(
  draft: Prose,
  reference: Reference,
  quotes: readonly Claim[] = [],
  readings: Readings = NO_READINGS,
): CooperativeTask<ClaimReport> {
  if (reference.base.facts.length === 0)
    return { findings: [], unread: [], claims: claimsOf([]), judging: FOREIGN };
  const recorded = quotes.filter(({ verdict }) => verdict !== 'unsupported');
  if (recorded.length === 0 && (yield* isForeign(draft, reference))) {
    return {
      findings: uncoveredFinding(draft),
      unread: [],
      // Computed on request, because it parses every sentence of the draft.
      *claims() {
        const judgements = yield* judgementsOf(draft, reference, FOREIGN);
        return yield* claimsOf(judgements, undecided)();
      },
      judging: FOREIGN,
    };
  }
  const judging = { foreign: false, readings };
  const judgements = yield* judgementsOf(draft, reference, judging);
  const covered = judgements.filter(isCovered).length + recorded.length;
  const uncovered = isUncovered(covered, judgements.length + recorded.length);
  return {
    findings: uncovered ? uncoveredFinding(draft) : judgements.flatMap(findingOf),
    unread: uncovered ? [] : judgements.flatMap(({ unread }) => unread),
    // In a story that no source covers, what resembles a source's event is another event.
    claims: claimsOf(judgements, uncovered ? undecided : undefined),
    judging,
  };
}

/** How a draft is judged that is about something other than the sources. */
const FOREIGN: Judging = { foreign: true, readings: NO_READINGS };

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

/** The least share that a sentence has of a claim about the same subject. */
const COVERED = 0.6;

/** True for a claim that the sources contradict, or most of which one sentence has. */
function isCovered({ verdict, rationale: { best } }: Judgement): boolean {
  return verdict === 'contradicted' || best >= COVERED;
}

/** With fewer sentences, shared words are too few to decide by, and judging them all is fast. */
const MANY = 8;

/** True for a draft whose words show that it is about something other than the sources. */
function* isForeign(draft: Prose, reference: Reference): CooperativeTask<boolean> {
  const statements = sentencesOf(draft).filter(({ block, sentence }) => mayClaim(block, sentence));
  return statements.length >= MANY && !(yield* sourcesCover(draft, reference));
}

/** A claim of a draft that no source covers: neither right, wrong nor missing. */
function undecided({ span, score, note }: Claim): Claim {
  return { span, verdict: 'unclear', score, evidence: [], note };
}

/** At most one finding: the part of the claim that decides its verdict. */
function findingOf(judgement: Judgement): readonly Finding[] {
  switch (judgement.verdict) {
    case 'contradicted':
      return contradictionOf(judgement);
    case 'unsupported':
      return absenceOf(judgement);
    default:
      return [];
  }
}

function contradictionOf({ block, tokens, rationale }: Judgement): readonly Finding[] {
  const { difference } = rationale;
  if (difference === undefined) return [];
  const code = rationale.isOutdated === true ? 'claim/outdated' : 'claim/contradicted';
  const span = spanOf(tokens, difference);
  const { message, replacement: text, expected, found } = difference;
  const { evidence } = rationale.claim;
  // Which of two sources is right, the reporter decides.
  const isPreferred = code !== 'claim/outdated';
  return [
    {
      code,
      severity: RULES[code].severity,
      message,
      span: draftSpanOf(block, span),
      evidence,
      fixes:
        text === undefined
          ? []
          : [replacementFix(`Change to “${text}”`, block, span, text, isPreferred)],
      ...(expected === undefined ? {} : { expected }),
      found,
    },
  ];
}

function absenceOf({ block, statement, tokens, rationale }: Judgement): readonly Finding[] {
  const [part] = rationale.absent;
  if (part === undefined) return [];
  const code = 'claim/unsupported';
  const { evidence } = rationale.claim;
  const [closest] = evidence;
  const found = slotWordsOf(statement, part.first, part.last);
  return [
    {
      code,
      severity: RULES[code].severity,
      message: [
        `“${found}” is not in the sources.`,
        ...(closest === undefined ? [] : [`Closest: “${shortened(closest.text)}”`]),
      ].join(' '),
      span: draftSpanOf(block, spanOf(tokens, part)),
      evidence,
      fixes: [],
      found,
    },
  ];
}
