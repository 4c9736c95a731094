import type { JudgeReading, JudgeRequest, Readings } from '../../inference/readings.js';
import type { Block } from '../../prose/prose.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import type { EvidenceHit } from '../../reference/evidenceIndex.js';
import { OUTCOMES } from '../consistency/outcomes.js';
import type { Verdict } from '../finding.js';
import { bestMatch } from './align/termAlignment.js';
import { outdatedRationale } from './decide/outdated.js';
import {
  type VerdictRationale,
  ownWordsRationale,
  rationaleOf,
} from './decide/verdictRationale.js';
import type { ClaimPlace } from './judge.js';
import type { EvidenceRetriever, EvidenceSentence } from './retrieve/evidenceRetriever.js';
import { isColour, isReportedOnlyIfSupported } from './segment/checkworthy.js';
import type { ClaimSpan } from './statement/statement.js';
import type { Term } from './statement/terms.js';

/** The judgement on one claim of a sentence, independent of the place of its block. */
export interface ClaimJudgement {
  readonly segment: TokenRange;
  readonly verdict: Verdict;
  /** True for a claim that is reported only if it is supported. */
  readonly onlyIfSupported: boolean;
  readonly place: ClaimPlace;
  /** What the judge was asked when it was judged. */
  readonly asked: Asked | undefined;
  readonly rationale: VerdictRationale;
}

/** A request about a claim, and its reading; `undefined` if it was not read yet. */
interface Asked {
  readonly request: JudgeRequest;
  readonly reading: JudgeReading | undefined;
}

/** How a draft is judged. */
export interface Judging {
  /** True for a draft for which no sources are searched. */
  readonly foreign: boolean;
  /** What the readers say. */
  readonly readings: Readings;
}

/** The judgement on a claim; `undefined` for colour, which nobody would look up. */
export function judgementOn(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  place: ClaimPlace,
  block: Block,
  { foreign, readings }: Judging,
): ClaimJudgement | undefined {
  const { statement, first, last } = claim;
  const segment = { first, last };
  const hits = foreign ? [] : retriever.hitsOf(claim);
  const [nearest] = retriever.read(hits.slice(0, 1), claim);
  const own = nearest && ownWordsRationale(retriever, claim, nearest);
  const outdated =
    own &&
    (outdatedRationale(retriever, claim, own) ?? supersededRationale(retriever, claim, hits));
  if (own !== undefined && outdated === undefined)
    return inOwnWords(retriever, claim, place, hits, own);
  const evidence = retriever.read(hits, claim);
  if (isColour(statement, segment, speaksOf(evidence))) return undefined;
  const byAll =
    outdated ?? rationaleOf(retriever, claim, evidence, readings, foreign ? undefined : place);
  const rationale = outdated ?? byNewest(retriever, claim, byAll);
  const { verdict } = rationale.claim;
  // What a headline names, the text below it names again, and in capitals any word looks like a name.
  const onlyIfSupported =
    isReportedOnlyIfSupported(statement, segment, block) ||
    (block.kind === 'heading' && verdict === 'unsupported');
  // The rationale by the newest source alone is not read.
  const asked = outdated === undefined ? byAll.judged : undefined;
  return { segment, verdict, onlyIfSupported, place, asked, rationale };
}

/** The rationale of a claim of whose outcome a newer source has the opposite; `undefined` for any other claim. */
function supersededRationale(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  hits: readonly EvidenceHit[],
): VerdictRationale | undefined {
  if (OUTCOMES.valuesIn(claim.statement).length === 0) return undefined;
  const rationale = rationaleOf(retriever, claim, retriever.read(hits, claim));
  return rationale.dispute?.isSuperseded === true ? rationale : undefined;
}

/** The rationale by all sources, or by the newest if these alone speak against the claim. */
function byNewest(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  byAll: VerdictRationale,
): VerdictRationale {
  if (byAll.claim.verdict === 'contradicted') return byAll;
  return outdatedRationale(retriever, claim, byAll) ?? byAll;
}

/**
 * A claim that the nearest sentence has in its own words, as `own` says. The other sentences, which a large base would have to
 * parse, can only add that sources differ and who else says so.
 */
function inOwnWords(
  retriever: EvidenceRetriever,
  claim: ClaimSpan,
  place: ClaimPlace,
  hits: readonly EvidenceHit[],
  own: VerdictRationale,
): ClaimJudgement {
  let all: VerdictRationale | undefined;
  const judgeByAll = (): VerdictRationale => {
    const rationale = rationaleOf(retriever, claim, retriever.read(hits, claim));
    return rationale.claim.verdict === 'supported' ? rationale : own;
  };
  return {
    segment: { first: claim.first, last: claim.last },
    verdict: 'supported',
    onlyIfSupported: false,
    place,
    asked: undefined,
    get rationale() {
      return (all ??= judgeByAll());
    },
  };
}

function speaksOf(evidence: readonly EvidenceSentence[]): (term: Term) => boolean {
  return (term) =>
    evidence.some(({ statement }) => (bestMatch(term, statement)?.likeness ?? 0) >= SPOKEN);
}

/** The least match of a word that the sources have. */
const SPOKEN = 0.6;
