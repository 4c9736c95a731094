import type { Claim, Evidence } from '../finding.js';
import { isUnreliable } from '../unreliable.js';
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
import type { ClaimContext } from './slots/claimContext.js';
import { type SlotDifference, differenceIn } from './slots/differences.js';
import { type Dispute, disputeIn } from './slots/disputes.js';
import { type Signs, type Support, weighSupport } from './support.js';
import { termRelatedness } from './termAlignment.js';
import type { Term } from './terms.js';
import { alignTokens } from './tokenAlignment.js';
import { scoreOf, verdictOf } from './verdict.js';

/** What the verdict on a claim rests on. */
export interface VerdictRationale {
  /** The source sentences that it was checked against, best first. */
  readonly evidence: readonly EvidenceSentence[];
  readonly signs: Signs;
  /** How it differs from the sources, the most certain difference first. */
  readonly differences: readonly SlotDifference[];
  readonly dispute: Dispute | undefined;
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
  const differences = differencesIn(retriever, context, dispute);
  const contradicted = differences.length > 0;
  const overclaim = overclaimIn(context.claim, evidence, (word) => retriever.rarity(word));
  const score = scoreOf(
    signs,
    ungrounded.some(mustBeGrounded) || overclaim !== undefined,
    contradicted,
  );
  const verdict = verdictOf(score, contradicted);
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
        ? differences.flatMap(({ evidence }) => evidence)
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
    differences,
    dispute,
    claim,
    ...(sourceWords === undefined ? {} : { sourceWords }),
  };
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
  const isPlain = grounds.differences.length === 0 && grounds.claim.note === undefined;
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

/** The most differences of one claim: with more it is about something else. */
const MOST_DIFFERENCES = 3;

/**
 * The differences of a claim, the most certain first. After each the claim is weighed again without
 * it, so that the next is what would be reported once the first is fixed.
 */
function differencesIn(
  retriever: EvidenceRetriever,
  context: WeighedContext,
  dispute: Dispute | undefined,
): readonly SlotDifference[] {
  const differences: SlotDifference[] = [];
  let rest = context.claim;
  let difference = differenceIn(context, dispute);
  while (difference !== undefined && differences.length < MOST_DIFFERENCES) {
    const { first, last } = difference;
    if (differences.some((other) => other.first <= last && first <= other.last)) break;
    differences.push(difference);
    rest = withoutParts(rest, partsAmong(rest, first, last));
    const again = buildContext(retriever, rest, context.evidence);
    difference = differenceIn(again, disputeIn(again));
  }
  return differences;
}

/** The parts of a claim between two tokens. */
function partsAmong(
  { statement: { terms, quantities, dates } }: ClaimSpan,
  first: number,
  last: number,
): readonly (Figure | Term)[] {
  return [...terms, ...quantities, ...dates].filter(
    (part) => part.first <= last && first <= part.last,
  );
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
