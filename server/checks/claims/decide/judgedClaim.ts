import type { JudgeReading, JudgeRequest, Readings } from '../../../inference/readings.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import type { Verdict } from '../../finding.js';
import { isUnreliable } from '../../unreliable.js';
import type { ClaimContext, SlotDifference } from '../align/claimContext.js';
import { hasNumber, isQuantity, mustBeGrounded } from '../align/grounding.js';
import { bestMatch, relatedShareOf } from '../align/termAlignment.js';
import { type Slot, isTerm } from '../compare/slots.js';
import { roleDifference, saysOtherwise, undecided } from '../compare/differences.js';
import type { Dispute } from '../compare/disputes.js';
import { type ClaimPlace, JudgedWords, judgeRequestOf } from '../judge.js';
import type { EvidenceRetriever, EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { judgePassages } from '../retrieve/judgePassages.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { LIGHT_WEIGHT } from '../statement/terms.js';
import { type ClaimValues, compareValues, valueReport } from '../values.js';
import { type Testimony, verdictByJudge } from '../verdict.js';
import { opposingSentence } from './opposingSentence.js';

/** A claim as the judge and its values have it. */
export interface JudgedClaim {
  readonly request: JudgeRequest;
  /** `undefined` if it was not read yet; then the claim is left to check. */
  readonly reading: JudgeReading | undefined;
  /** What else the verdict rests on; `undefined` without a reading. */
  readonly testimony: Testimony | undefined;
  readonly verdict: Verdict;
  /** Of a contradicted claim. */
  readonly difference: SlotDifference | undefined;
  /** Of an unsupported claim: the words that are not in the sources. */
  readonly absent: readonly TokenRange[];
}

/** How a claim differs from the sources by rules alone, and on what the sources differ. */
interface ByRules {
  readonly byRules: SlotDifference | undefined;
  readonly dispute: Dispute | undefined;
}

/** The verdict of the judge and of the values on a claim that no source has in its own words. */
export function judgedClaim(
  retriever: EvidenceRetriever,
  context: ClaimContext,
  place: ClaimPlace,
  { byRules, dispute }: ByRules,
  readings: Readings,
): JudgedClaim {
  const { claim } = context;
  const passages = judgePassages(claim, retriever);
  const request = judgeRequestOf(place, claim, passages);
  const reading = readings.judge(request);
  const { judgeDecisions: least } = readings;
  const unread = { request, reading, testimony: undefined, difference: undefined, absent: [] };
  if (reading === undefined || least === undefined) return { ...unread, verdict: 'unclear' };
  const words = new JudgedWords(reading, place);
  const issue = words.atIssue(claim);
  const sentences = sentencesAt(passages.facts, claim, retriever);
  const values = compareValues(claim, sentences, retriever.rarity);
  const candidate = differenceIn(context, values, words);
  const absent = absentIn(claim, values, issue, sentences, retriever);
  const closest = closestTo(claim, issue, sentences, retriever.rarity);
  const testimony: Testimony = {
    lacksValue: lacksValue(values, sentences),
    differsByRules: byRules !== undefined,
    difference: candidate?.likelihood ?? 0,
    lacksPart: absent.length > 0,
    closeness: closest?.share ?? 0,
  };
  const against = opposingSentence(claim, issue, sentences, retriever.rarity) ?? closest?.sentence;
  const verdict = verdictByJudge(reading, testimony, least);
  const judged = { request, reading, testimony, verdict, difference: undefined, absent: [] };
  if (verdict === 'unsupported')
    return { ...judged, absent: absent.map((one) => (one === issue ? words.shownOf(one) : one)) };
  if (verdict !== 'contradicted') return judged;
  const difference =
    byRules ??
    (candidate !== undefined && candidate.likelihood >= least.value
      ? reported(context, candidate, dispute)
      : dispute === undefined
        ? against && saysOtherwise(against, claim, words.shownOf(issue))
        : undefined);
  return difference === undefined ? { ...judged, verdict: 'unclear' } : { ...judged, difference };
}

function sentencesAt(
  facts: readonly number[],
  claim: ClaimSpan,
  retriever: EvidenceRetriever,
): readonly EvidenceSentence[] {
  const hits = facts.flatMap((index) => {
    const fact = retriever.facts.at(index);
    return fact === undefined ? [] : [{ fact, index }];
  });
  return retriever.read(hits, claim);
}

/** A value that differs, how likely the other one is the right one, and how it is reported. */
interface Candidate {
  readonly likelihood: number;
  /** `undefined` for an office, which is recorded of a person. */
  readonly slot: Slot | undefined;
  readonly difference: SlotDifference;
}

/** The likeliest difference in a value, by its place among the words and by what the judge says of the claim's. */
function differenceIn(
  context: ClaimContext,
  { differences }: ClaimValues,
  words: JudgedWords,
): Candidate | undefined {
  const { claim, entities } = context;
  const role = roleDifference(claim, entities);
  const [best] = differences
    .map((one) => ({ one, likelihood: one.likelihood * words.doubtOf(one, claim) }))
    .sort((a, b) => b.likelihood - a.likelihood)
    .filter(({ one }) => !isUnreliable(one.sentence.fact));
  const recorded = role === undefined ? 0 : words.doubtOf(role, claim);
  if (role !== undefined && recorded >= (best?.likelihood ?? 0))
    return { likelihood: recorded, slot: undefined, difference: role };
  return (
    best && {
      likelihood: best.likelihood,
      slot: best.one.slot,
      difference: valueReport(claim, best.one),
    }
  );
}

/** The difference as it is reported: where sources differ, without a fix, and not at all if one of them has the claim's value. */
function reported(
  context: ClaimContext,
  { difference }: Candidate,
  dispute: Dispute | undefined,
): SlotDifference | undefined {
  if (dispute === undefined) return difference;
  return overlapsRange(dispute, difference) && !dispute.hasOwn
    ? undecided(context, difference, dispute)
    : undefined;
}

/** The reliable sentence that covers most of a claim outside the words at issue, and the share that it covers. */
function closestTo(
  claim: ClaimSpan,
  issue: TokenRange,
  sentences: readonly EvidenceSentence[],
  rarity: (word: string) => number,
): { readonly sentence: EvidenceSentence; readonly share: number } | undefined {
  return sentences
    .filter(({ fact }) => !isUnreliable(fact))
    .map((sentence) => ({
      sentence,
      share: relatedShareOf(claim, sentence.statement, rarity, issue),
    }))
    .reduce<{ readonly sentence: EvidenceSentence; readonly share: number } | undefined>(
      (best, one) => (best === undefined || one.share > best.share ? one : best),
      undefined,
    );
}

/** True if a name, figure or time of a claim that its passages must have is in none of them. */
function lacksValue({ missing }: ClaimValues, sentences: readonly EvidenceSentence[]): boolean {
  const sources = sentences.map((sentence) => sentence.statement);
  return missing.some((value) =>
    isTerm(value)
      ? !value.demonym
      : mustBeGrounded(value) && !sources.some((source) => hasNumber(source, value)),
  );
}

/** What of a claim is in none of its passages: its values, or else the words at issue if one of them is nowhere. */
function absentIn(
  { statement }: ClaimSpan,
  { missing }: ClaimValues,
  issue: TokenRange,
  sentences: readonly EvidenceSentence[],
  retriever: EvidenceRetriever,
): readonly TokenRange[] {
  const isNowhere = (range: TokenRange): boolean =>
    statement.terms.some(
      (term) =>
        overlapsRange(range, term) &&
        !term.resolved &&
        term.weight > LIGHT_WEIGHT &&
        !sentences.some((one) => isIn(one.statement, term)),
    );
  const values = missing.filter((value) =>
    isTerm(value)
      ? !value.demonym && isNowhere(value)
      : mustBeGrounded(value) && (!isQuantity(value) || !retriever.mayBeRounded(value.value)),
  );
  if (values.length > 0) return values;
  return isNowhere(issue) ? [issue] : [];
}

function isIn(source: Statement, term: Parameters<typeof bestMatch>[0]): boolean {
  return (bestMatch(term, source)?.likeness ?? 0) >= SPOKEN;
}

/** The least match of a word that a sentence has. */
const SPOKEN = 0.6;
