import { type Report, claimsTask } from '../checks/check.js';
import { type Judgement, judgementsOf, spanOf } from '../checks/claims/judgements.js';
import { retrieverOf } from '../checks/claims/retrieve/evidenceRetriever.js';
import {
  type Passage,
  factsBeside,
  passagesBeside,
} from '../checks/claims/retrieve/judgePassages.js';
import type { ClaimSpan, Statement } from '../checks/claims/statement/statement.js';
import type { Claim } from '../checks/finding.js';
import type { JudgeRequest, Readings } from '../inference/readings.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { memoizeBy } from '../prose/memoize.js';
import { type Prose, draftSpanOf } from '../prose/prose.js';
import type { Sentence } from '../prose/sentences.js';
import { type Span, contains } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { Fact } from '../reference/model.js';
import type { Reference } from '../reference/reference.js';
import type { Restricted } from './restricted.js';

/** What a model reads of a draft and its sources. */
export interface OpinionRequest extends JudgeRequest {
  /** The sentence before that of the claim; empty if there is none or it may rest on a restricted source. */
  readonly context: string;
}

/** What a model is asked about one claim of a draft. */
export interface Question {
  readonly claim: Claim;
  readonly judgement: Judgement;
  readonly request: OpinionRequest;
  /** The passages of the request. */
  readonly passages: readonly Passage[];
}

/** What a model can be asked about a draft. */
export interface Questions {
  /** In the order of the draft. */
  readonly asked: readonly Question[];
  /** The claims that are left out because a restricted source has something close to them, or the draft is restricted itself. */
  readonly withheld: readonly Claim[];
}

/** What a draft is asked about with. */
export interface Asking {
  /** As the draft was checked, so that nothing is judged again. */
  readonly readings: Readings;
  /** That of which a model may learn nothing. */
  readonly restricted: Restricted;
}

/** A sentence that is longer than this, in UTF-16 units, is a list or a table. */
const LONGEST_SENTENCE = 1_500;

const NOTHING: Questions = { asked: [], withheld: [] };

/**
 * The questions about the claims of a checked draft; none about quotations, which are compared word by word, none about rows of
 * tables, and none if no source covers the draft.
 */
export function* questionsOn(
  prose: Prose,
  report: Report,
  { readings, restricted }: Asking,
): CooperativeTask<Questions> {
  const { reference } = report;
  if (!report.isCovered || reference.base.facts.length === 0) return NOTHING;
  const claims = yield* claimsTask(report);
  const byPlace = new Map(
    claims.filter(({ isQuote }) => isQuote !== true).map((claim) => [placeOf(claim.span), claim]),
  );
  const judgements = yield* judgementsOf(prose, reference, { readings });
  const secrets = new Secrets(claims, judgements, restricted, (claim) => [
    ...passagesOf(claim, reference).flatMap(({ sentences }) => sentences.map(({ fact }) => fact)),
    ...factsBeside(claim, retrieverOf(reference)),
  ]);
  const asked: Question[] = [];
  const withheld: Claim[] = [];
  for (const judgement of judgements) {
    yield;
    const claim = byPlace.get(placeOf(judgement.claim.span));
    const sentence = sentenceOf(judgement);
    if (claim === undefined || sentence === undefined) continue;
    const passages = passagesOf(claimSpanOf(judgement), reference);
    if (passages.length === 0 || sentence.text.length > LONGEST_SENTENCE) continue;
    if (secrets.mayBeIn(judgement)) withheld.push(claim);
    else {
      const request = requestOf(judgement, sentence, passages, secrets);
      asked.push({ claim, judgement, request, passages });
    }
  }
  return { asked, withheld };
}

/** The passages beside a claim. They are searched for once, as most sentences stay the same from one version to the next. */
function passagesOf(claim: ClaimSpan, reference: Reference): readonly Passage[] {
  const known = knownPassages(claim.statement, reference);
  const key = `${claim.first}-${claim.last}`;
  const passages = known.get(key) ?? passagesBeside(claim, retrieverOf(reference));
  known.set(key, passages);
  return passages;
}

const knownPassages = memoizeBy<Reference, Statement, Map<string, readonly Passage[]>>(
  () => new Map(),
);

function placeOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** The claim of a judgement in its sentence. */
export function claimSpanOf({ statement, segment }: Judgement): ClaimSpan {
  return { statement, ...segment };
}

/** The sentence of a claim; `undefined` for the row of a table, which is none. */
function sentenceOf({ block, tokens, segment, claim }: Judgement): Sentence | undefined {
  const own = spanOf(tokens, segment);
  const placed = draftSpanOf(block, own);
  if (placeOf(placed) !== placeOf(claim.span)) return undefined;
  return block.sentences.find((sentence) => contains(sentence, own));
}

function requestOf(
  judgement: Judgement,
  sentence: Sentence,
  passages: readonly Passage[],
  secrets: Secrets,
): OpinionRequest {
  const { block, tokens, segment } = judgement;
  const { start, end } = spanOf(tokens, segment);
  const before = block.sentences[block.sentences.indexOf(sentence) - 1];
  const isKnown = before !== undefined && !secrets.mayBeInSentence(judgement, before);
  return {
    sentence: sentence.text,
    claim: { start: start - sentence.start, end: end - sentence.start },
    context: isKnown ? before.text : '',
    passages: passages.map(({ text }) => text),
  };
}

/**
 * Knows where a draft may say what only a restricted source says: wherever such a source has anything among the
 * sentences that are closest or beside them, or is what a verdict rests on.
 */
class Secrets {
  readonly #restricted: Restricted;
  readonly #factsNear: (claim: ClaimSpan) => readonly Fact[];
  readonly #claims: SpanIndex<Claim>;
  readonly #judgements: SpanIndex<{ readonly span: Span; readonly judgement: Judgement }>;

  constructor(
    claims: readonly Claim[],
    judgements: readonly Judgement[],
    restricted: Restricted,
    factsNear: (claim: ClaimSpan) => readonly Fact[],
  ) {
    this.#restricted = restricted;
    this.#factsNear = factsNear;
    this.#claims = new SpanIndex(claims);
    this.#judgements = new SpanIndex(
      judgements.map((judgement) => ({ span: judgement.claim.span, judgement })),
    );
  }

  /** True if the sentence of a claim may have anything of a restricted source. */
  mayBeIn(judgement: Judgement): boolean {
    if (this.#restricted.isDraft) return true;
    if (this.#restricted.sources.size === 0) return false;
    const { block, statement, tokens, claim } = judgement;
    const whole = { statement, first: 0, last: statement.tokens.length - 1 };
    return (
      this.#isNear(claimSpanOf(judgement)) ||
      this.#isNear(whole) ||
      this.#isEvidence(claim.span) ||
      this.#isEvidence(draftSpanOf(block, spanOf(tokens, { first: 0, last: tokens.length - 1 })))
    );
  }

  /** The same of another sentence in the block of a judgement. One without a claim was not compared with any source. */
  mayBeInSentence({ block }: Judgement, { start, end }: Sentence): boolean {
    if (this.#restricted.sources.size === 0) return false;
    const span = draftSpanOf(block, { start, end });
    const judged = this.#judgements.overlapping(span);
    return judged.length === 0 || judged.some(({ judgement }) => this.mayBeIn(judgement));
  }

  #isNear(claim: ClaimSpan): boolean {
    return this.#factsNear(claim).some(({ citation }) =>
      this.#restricted.sources.has(citation.source),
    );
  }

  /** A quotation that a source has in its running text has no evidence, so nothing says which source that is. */
  #isEvidence(span: Span): boolean {
    return this.#claims
      .overlapping(span)
      .some(({ evidence, isQuote, verdict }) =>
        isQuote === true && evidence.length === 0
          ? verdict !== 'unsupported'
          : evidence.some(({ source }) => this.#restricted.sources.has(source)),
      );
  }
}
