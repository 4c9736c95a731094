import { NO_READINGS, type Readings } from '../../../inference/readings.js';
import type { Claim, Evidence } from '../../finding.js';
import { isUnreliable } from '../../unreliable.js';
import { absentParts } from './absence.js';
import type { ClaimSpan } from '../statement/statement.js';
import {
  type EvidenceRetriever,
  type EvidenceSentence,
  evidenceOf,
} from '../retrieve/evidenceRetriever.js';
import { isOrdinalWithoutNoun, isReckoned } from '../align/grounding.js';
import type { ClaimContext, SlotDifference } from '../align/claimContext.js';
import { differenceIn } from '../compare/differences.js';
import { type Dispute, disputeIn } from '../compare/disputes.js';
import { type Support, supportIn } from './support.js';
import { denialIn, differenceOf } from './denials.js';
import { isNearCopy } from './nearCopy.js';
import { isWorthShowing } from './shownEvidence.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import { type ClaimPlace } from '../judge.js';
import { type ValueDifference, compareValues } from '../values.js';
import { verdictByRules } from '../verdict.js';
import { type JudgedClaim, judgedClaim } from './judgedClaim.js';
import { isFigure } from '../compare/slots.js';
import { tableReading } from '../compare/tableValue.js';

/** What the verdict on a claim rests on. */
export interface VerdictRationale {
  /** The source sentences that it was checked against, best first. */
  readonly evidence: readonly EvidenceSentence[];
  /** The share of the claim that its best sentence has, and that all have together, 0 to 1. */
  readonly best: number;
  readonly together: number;
  /** What the judge was asked and said; `undefined` if there is none, or the claim is the source's own words. */
  readonly judged: JudgedClaim | undefined;
  /** The values that the sources have instead of its own, the likeliest to be right first. */
  readonly values: readonly ValueDifference[];
  /** How it differs from the sources: the most certain difference. */
  readonly difference: SlotDifference | undefined;
  readonly dispute: Dispute | undefined;
  /** The names and figures of an unsupported claim that occur nowhere in the sources. */
  readonly absent: readonly TokenRange[];
  /** True if an older source has what the claim says, and a newer one contradicts it. */
  readonly isOutdated?: boolean;
  readonly claim: Omit<Claim, 'span'>;
}

const DAMAGED = 'Your sources have this only in a damaged sentence.';

/**
 * Weighs a claim against the evidence, given best first, with what the readers say of it. Without its place the judge is
 * not asked.
 */
export function rationaleOf(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  readings: Readings = NO_READINGS,
  place?: ClaimPlace,
): VerdictRationale {
  const context = buildContext(retriever, claim, evidence);
  const { supporting, best, together } = context;
  const isOwnWords = isNearCopy(claim, evidence);
  const isJudged = place !== undefined && readings.judgeDecisions !== undefined;
  const values = differingValues(context);
  const dispute = disputeIn(context);
  // What a source says in its own words differs in no value from it.
  const byValue = differenceIn(context, isOwnWords ? [] : values, dispute);
  const denied =
    isOwnWords || dispute !== undefined || byValue !== undefined ? undefined : denial(context);
  const byRules = byValue ?? denied;
  const absent = absentParts(context, retriever.mayBeRounded);
  const ruled = verdictByRules({
    differs: byRules !== undefined,
    isInSources: isOwnWords || context.table?.isSame === true,
    hasAbsentParts: absent.length > 0,
  });
  // What a source says in the same words, or denies, needs no judge.
  const judged =
    isJudged && ruled !== 'supported' && denied === undefined
      ? judgedClaim(retriever, context, place, { byRules, dispute }, readings)
      : undefined;
  const difference = judged === undefined ? byRules : judged.difference;
  const contradicted = difference !== undefined;
  const isSuperseded = dispute?.isSuperseded === true && !contradicted;
  const verdict = isSuperseded ? 'unclear' : (judged?.verdict ?? ruled);
  const near =
    verdict === 'supported' ? supporting : supporting.filter((one) => isWorthShowing(context, one));
  const sound = near.filter(({ fact }) => !isUnreliable(fact));
  // A damaged sentence counts as evidence, but is shown only if there is no other.
  const isDamaged = verdict === 'supported' && sound.length === 0 && near.length > 0;
  const note =
    (dispute === undefined ? undefined : `${dispute.text}.`) ?? (isDamaged ? DAMAGED : undefined);
  const shown = {
    verdict,
    score: judged?.reading?.supported ?? (ruled === 'contradicted' ? 0 : together),
    evidence: distinct(
      contradicted
        ? difference.evidence
        : [
            ...(isDamaged ? near : sound).map(({ fact }) => evidenceOf(fact)),
            ...(dispute?.evidence ?? []),
          ],
    ),
    ...(contradicted || note === undefined ? {} : { note }),
  };
  return {
    evidence,
    best,
    together,
    judged,
    values,
    difference,
    dispute,
    absent: judged === undefined ? absent : judged.absent,
    claim: shown,
  };
}

/** The difference of a claim from a reliable sentence that denies what it says, or says what it denies. */
function denial({ claim, evidence }: ClaimContext): SlotDifference | undefined {
  const reliable = evidence.filter(({ fact }) => !isUnreliable(fact));
  const found = denialIn(claim, reliable);
  return found && differenceOf(found, claim);
}

/** The values that the sources have instead of the claim's, the likeliest first, except for figures that are reckoned. */
function differingValues({
  claim,
  evidence,
  rarity,
  ungrounded,
}: MatchedContext): readonly ValueDifference[] {
  const sources = evidence.map(({ statement }) => statement);
  // Something that the sources mention by an ordinal alone may be another thing.
  if (ungrounded.some((one) => isOrdinalWithoutNoun(one, sources))) return [];
  return compareValues(claim, evidence, rarity).differences.filter(
    ({ slot }) => !isFigure(slot) || !isReckoned(slot, claim.statement),
  );
}

/** The rationale of a claim that the nearest sentence has in its own words; `undefined` for any other. */
export function ownWordsRationale(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  nearest: EvidenceSentence,
): VerdictRationale | undefined {
  if (isUnreliable(nearest.fact) || !isNearCopy(claim, [nearest])) return undefined;
  const rationale = rationaleOf(retriever, claim, [nearest]);
  return rationale.claim.verdict === 'supported' && rationale.best >= ALL ? rationale : undefined;
}

/** The least share of a claim that the nearest sentence must have before the others are left unread. */
const ALL = 0.97;

/** The context of a claim with its matches. */
type MatchedContext = ClaimContext & Support;

function buildContext(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
): MatchedContext {
  const { rarity, dayOf, entities } = retriever;
  return {
    ...supportIn(claim, evidence, rarity),
    claim,
    evidence,
    entities,
    rarity,
    dayOf,
    table: tableReading(claim, evidence, retriever),
  };
}

function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(
    ({ source, line, text }, index) =>
      index ===
      evidence.findIndex(
        (other) => other.source === source && other.line === line && other.text === text,
      ),
  );
}
