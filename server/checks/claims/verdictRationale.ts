import type { Claim, Evidence, Verdict } from '../finding.js';
import { isUnreliable } from '../unreliable.js';
import { absentParts } from './absence.js';
import type { ClaimSpan } from './claimSpan.js';
import { mayBeDerived, mayBePart } from './derivedFigures.js';
import type { EvidenceRetriever, EvidenceSentence } from './evidenceRetriever.js';
import {
  type Figure,
  isOrdinalWithoutNoun,
  isQuantity,
  mustBeGrounded,
  shareWithout,
  ungroundedIn,
  withoutParts,
} from './grounding.js';
import { overclaimIn } from './modality.js';
import { isProved, passageShare } from './proof.js';
import type { ClaimContext } from './slots/claimContext.js';
import { type SlotDifference, differenceIn } from './slots/differences.js';
import { type Dispute, disputeIn } from './slots/disputes.js';
import { type Signs, type Support, weighSupport } from './support.js';
import { type Alternative, alternativesIn } from './slots/alternativeSignals.js';
import { type Signals, signalsOf } from './signals.js';
import { termRelatedness } from './termAlignment.js';
import type { Term } from './terms.js';
import { alignTokens } from './tokenAlignment.js';
import type { TokenRange } from './tokenRange.js';
import { isHigh, scoreOf } from './verdict.js';

/** What the verdict on a claim rests on. */
export interface VerdictRationale {
  /** The source sentences that it was checked against, best first. */
  readonly evidence: readonly EvidenceSentence[];
  readonly signs: Signs;
  readonly signals: Signals;
  readonly alternatives: readonly Alternative[];
  /** How it differs from the sources: the most certain difference. */
  readonly difference: SlotDifference | undefined;
  readonly dispute: Dispute | undefined;
  /** The names and figures of an unsupported claim that occur nowhere in the sources. */
  readonly absent: readonly TokenRange[];
  /** The source's words that the note on the claim is about, if it is not contradicted. */
  readonly sourceWords?: string;
  readonly claim: Omit<Claim, 'span'>;
}

const DAMAGED = 'Your sources have this only in a damaged sentence.';

/** Weighs a claim against the evidence, given best first. */
export function rationaleOf(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
): VerdictRationale {
  return rationaleFrom(retriever, buildContext(retriever, claim, evidence));
}

function rationaleFrom(retriever: EvidenceRetriever, context: WeighedContext): VerdictRationale {
  const { evidence, signs, supporting, ungrounded } = context;
  const dispute = disputeIn(context);
  const difference = differenceIn(context, dispute);
  const contradicted = difference !== undefined;
  const overclaim = overclaimIn(context.claim, evidence, (word) => retriever.rarity(word));
  const score = scoreOf(
    signs,
    ungrounded.some(mustBeGrounded) || overclaim !== undefined,
    contradicted,
  );
  const absent = isRemote(context)
    ? absentParts(context.claim, ungrounded, (word) => retriever.rarity(word))
    : [];
  const verdict = verdictOf(context, score, contradicted, absent);
  const sound = supporting.filter(({ fact }) => !isUnreliable(fact));
  // A damaged sentence counts as evidence, but is shown only if there is no other.
  const isDamaged = verdict === 'supported' && sound.length === 0 && supporting.length > 0;
  const note =
    overclaim?.text ??
    (dispute === undefined ? undefined : `${dispute.text}.`) ??
    (isDamaged ? DAMAGED : undefined);
  const claim = {
    verdict,
    score,
    evidence: distinct(
      contradicted
        ? difference.evidence
        : [
            ...(overclaim === undefined ? [] : [evidenceOf(overclaim.sentence.fact)]),
            ...(isDamaged ? supporting : sound).map(({ fact }) => evidenceOf(fact)),
            ...(dispute?.evidence ?? []),
          ],
    ),
    ...(contradicted || note === undefined ? {} : { note }),
  };
  const sourceWords = contradicted ? undefined : (overclaim?.words ?? dispute?.values.join(', '));
  return {
    evidence,
    signs,
    signals: signalsOf(context.claim, evidence, context.rows, signs, ungrounded, (word) => retriever.rarity(word), overclaim !== undefined),
    alternatives: alternativesIn(context),
    difference,
    dispute,
    absent,
    claim,
    ...(sourceWords === undefined ? {} : { sourceWords }),
  };
}

/** A passage that comes near a claim has at least this share of it. */
const NEAR_PASSAGE = 0.35;
/** The least share of a claim that several sentences which come near it have together. */
const NEAR_TOGETHER = 0.5;

/** True if no passage comes near a claim. */
function isRemote(context: WeighedContext): boolean {
  return passageShare(context) < NEAR_PASSAGE && context.signs.together < NEAR_TOGETHER;
}

function verdictOf(
  context: WeighedContext,
  score: number,
  contradicted: boolean,
  absent: readonly unknown[],
): Verdict {
  if (contradicted) return 'contradicted';
  if (isHigh(score)) return isProved(context) ? 'supported' : 'unclear';
  return absent.length > 0 ? 'unsupported' : 'unclear';
}

/** The rationale of a claim that the nearest sentence alone entails; `undefined` if it does not. */
export function entailmentRationale(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  nearest: EvidenceSentence,
): VerdictRationale | undefined {
  if (!mayBeEntailed(retriever, claim, nearest)) return undefined;
  const context = buildContext(retriever, claim, [nearest]);
  if (!isEntailed(context) || isUnreliable(nearest.fact)) return undefined;
  const grounds = rationaleFrom(retriever, context);
  const isPlain = grounds.difference === undefined && grounds.claim.note === undefined;
  return isPlain && grounds.claim.verdict === 'supported' ? grounds : undefined;
}

/** The least share of the claim, and of its neighbouring words, for entailment. */
const ALL = 0.97;
const IN_ONE = 0.9;

/** True if a sentence has all of a claim: a fast test that rules most sentences out. */
function mayBeEntailed(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  { statement }: EvidenceSentence,
): boolean {
  const rarity = (word: string): number => retriever.rarity(word);
  return (
    ungroundedIn(claim, [statement]).length === 0 &&
    shareWithout(claim, [], statement, rarity) >= ALL
  );
}

/** True if a sentence has all of a claim, and no sign is against it. */
function isEntailed({ signs, ungrounded }: Support): boolean {
  const { together, joined, ...against } = signs;
  return (
    together >= ALL &&
    joined >= IN_ONE &&
    ungrounded.length === 0 &&
    Object.values(against).every((sign) => sign === 0)
  );
}

/** The context of a claim with its signs. */
type WeighedContext = ClaimContext & Support;

function buildContext(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
): WeighedContext {
  const rarity = (word: string): number => retriever.rarity(word);
  const statements = evidence.map(({ statement }) => statement);
  const alignment = statements.map((statement) => alignTokens(claim, statement));
  const support = weighSupport(claim, evidence, alignment, rarity);
  return {
    ...support,
    claim,
    evidence,
    alignments: alignment,
    entities: retriever.entities,
    rarity,
    derived: new Set([
      ...support.derived,
      ...support.ungrounded.filter(
        (one) =>
          isOrdinalWithoutNoun(one, statements) || (isQuantity(one) && mayBePart(one, statements)),
      ),
    ]),
    derivable: new Set(
      support.ungrounded.filter(
        (one) => isQuantity(one) && mayBeDerived(one, claim.statement, statements),
      ),
    ),
    scoreWithout: (parts: readonly (Figure | Term)[]) =>
      scoreOf(
        weighSupport(withoutParts(claim, parts), evidence, alignment, rarity, termRelatedness)
          .signs,
        false,
        false,
      ),
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

function evidenceOf({ citation, text }: EvidenceSentence['fact']): Evidence {
  return { source: citation.source, line: citation.line, text };
}
