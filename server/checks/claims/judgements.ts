import {
  type JudgeDecisions,
  type JudgeReading,
  type JudgeRequest,
  NO_READINGS,
  type Readings,
} from '../../inference/readings.js';
import { sideTable } from '../../prose/sideTable.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import { datesIn } from '../../values/dates.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { EvidenceHit } from '../../reference/evidenceIndex.js';
import type { Reference } from '../../reference/reference.js';
import type { Claim, Verdict } from '../finding.js';
import {
  isAttribution,
  isCheckworthy,
  isColour,
  isReportedOnlyIfSupported,
  mayClaim,
} from './segment/checkworthy.js';
import { splitIntoClaims } from './segment/clauses.js';
import { type DiscourseUpdate, Coreference, discourseUpdateOf } from './complete/coreference.js';
import {
  type EvidenceRetriever,
  type EvidenceSentence,
  retrieverOf,
} from './retrieve/evidenceRetriever.js';
import type { ClaimSpan, Statement } from './statement/statement.js';
import { type TableRow, tableRowsOf } from './segment/tableRows.js';
import { outdatedRationale } from './decide/outdated.js';
import type { ClaimPlace } from './judge.js';
import { bestMatch } from './align/termAlignment.js';
import { slotWordsOf } from './statement/statementQueries.js';
import type { Term } from './statement/terms.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import { outsideQuotations } from './segment/outsideQuotations.js';
import { withoutTitleCase } from './segment/titleCase.js';
import {
  type VerdictRationale,
  ownWordsRationale,
  rationaleOf,
} from './decide/verdictRationale.js';

/** A claim of a draft with its verdict. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The claim with its place, score, evidence and note, each computed on first use. */
  readonly claim: Claim;
  readonly block: Block;
  /**
   * Its sentence with pronouns resolved. `tokens` has the current offsets: the statement's tokens
   * may be those of an earlier version of the block.
   */
  readonly statement: Statement;
  readonly tokens: readonly Token[];
  readonly segment: TokenRange;
  /** True if its sentence also has a long quotation, which is left out. */
  readonly besideQuotation: boolean;
  /** Where it stands, as the judge reads it. */
  readonly place: ClaimPlace;
  /** What the judge has still to read for it. */
  readonly unread: readonly JudgeRequest[];
  /** What the verdict rests on; computed on first use if the nearest sentence has the claim in its own words. */
  readonly rationale: VerdictRationale;
}

/** The judgement on one claim of a sentence, independent of its place. */
interface ClaimJudgement {
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

/** The judgements on a sentence, valid as long as its words, antecedents and readings are the same. */
interface Known extends KnownFor {
  readonly meaning: string;
  readonly findings: readonly ClaimJudgement[];
}

/** What the judgements on a sentence depend on, apart from its words and readings. */
interface KnownFor {
  readonly foreign: boolean;
  readonly decisions: JudgeDecisions | undefined;
}

/** Judges the claims of a draft, in order, one sentence for each step. The result depends on the arguments alone. */
export function* judgementsOf(
  draft: Prose,
  reference: Reference,
  { foreign = false, readings = NO_READINGS }: Partial<Judging> = {},
): CooperativeTask<readonly Judgement[]> {
  const retriever = retrieverOf(reference);
  const judging = { foreign, readings };
  const coreference = new Coreference();
  const judgements: Judgement[] = [];
  const rows = tableRowsOf(draft);
  for (const block of draft.blocks) {
    if (rows.has(block)) {
      const row = rows.get(block);
      const judgement = row && judgeRow(row, retriever, judging);
      if (judgement !== undefined) judgements.push(judgement);
      yield;
      continue;
    }
    const reading = readingOf(block.content, retriever);
    for (const judgement of yield* reading.judge(block, retriever, coreference, judging))
      judgements.push(placedAt(judgement, block));
  }
  return judgements;
}

/** The least certain verdict on one of its values is the verdict on a row. */
const SEVEREST: readonly Verdict[] = ['contradicted', 'unclear', 'unsupported', 'supported'];

/** Judges a row of a table, each value with its headings. */
function judgeRow(
  { values, span }: TableRow,
  retriever: EvidenceRetriever,
  judging: Judging,
): Judgement | undefined {
  const judged = values.flatMap(({ block, said, placed }) => {
    const statement = inSentenceCase(retriever.parse(said));
    const segment = { first: 0, last: statement.tokens.length - 1 };
    const place = {
      sentence: slotWordsOf(statement, 0, segment.last),
      context: '',
      tokens: said,
      start: 0,
    };
    const findings = remembered(statement, '', judging, () =>
      [findingOn(retriever, { statement, ...segment }, place, block, judging) ?? []].flat(),
    );
    return findings.map((finding) =>
      placedAt({ finding, statement, tokens: placed, besideQuotation: false }, block, span),
    );
  });
  return SEVEREST.map((verdict) => judged.find((one) => one.verdict === verdict)).find(
    (one) => one !== undefined,
  );
}

/** Memoized, as what is known of a statement is kept by the statement. */
const inSentenceCase = memoize(withoutTitleCase);

/** A judgement to report, independent of the place of its block. */
type TextJudgement = Pick<Judgement, 'statement' | 'tokens' | 'besideQuotation'> & {
  readonly finding: ClaimJudgement;
};

/** Judges the text of a block. */
class BlockReading {
  readonly #sentences: readonly Reading[];
  /** The judgements on a block that does not refer back, and what it adds to the discourse. */
  #own:
    | (KnownFor & {
        readonly judgements: readonly TextJudgement[];
        readonly share: DiscourseUpdate;
      })
    | undefined;

  constructor(sentences: readonly Reading[]) {
    this.#sentences = sentences;
  }

  /** The judgements on a block with this text, one sentence for each step. */
  *judge(
    block: Block,
    retriever: EvidenceRetriever,
    coreference: Coreference,
    judging: Judging,
  ): CooperativeTask<readonly TextJudgement[]> {
    const isPlain = !block.emphasised && block.kind !== 'heading';
    const own = this.#own;
    if (
      isPlain &&
      own !== undefined &&
      isKnownFor(own, judging) &&
      own.judgements.every(({ finding }) => isReadAlike(finding, judging.readings))
    ) {
      coreference.skip(own.share);
      yield;
      return own.judgements;
    }
    const judgements: TextJudgement[] = [];
    for (const reading of this.#sentences) {
      if (!isPlain && !mayClaim(block, reading.sentence)) continue;
      const plain = reading.plain(retriever);
      // The text does not refer to its headings, nor they to it.
      const statement = block.kind === 'heading' ? inSentenceCase(plain) : coreference.read(plain);
      judgements.push(...reading.judge(statement, retriever, block, judging));
      yield;
    }
    if (isPlain) {
      const share = discourseUpdateOf(this.#sentences.map((reading) => reading.plain(retriever)));
      this.#own = share && { ...knownFor(judging), judgements, share };
    }
    return judgements;
  }
}

/** A sentence of a draft: all that does not depend on the sentences before it. */
class Reading {
  readonly sentence: Sentence;
  /** The tokens outside long quotations. */
  readonly #tokens: readonly Token[];
  readonly #place: ClaimPlace;
  readonly #isBesideQuotation: boolean;
  #plain: Statement | undefined;

  /** @param before The sentence before it in its block, if there is one. */
  constructor(sentence: Sentence, tokens: readonly Token[], before: Sentence | undefined) {
    const { text, start } = sentence;
    this.sentence = sentence;
    this.#tokens = tokens;
    this.#place = { sentence: text, context: before?.text ?? '', tokens, start };
    this.#isBesideQuotation = tokens.length < sentence.tokens.length;
  }

  /** The parsed sentence, its pronouns unresolved. */
  plain(retriever: EvidenceRetriever): Statement {
    const original = this.#isBesideQuotation ? undefined : this.sentence.original;
    return (this.#plain ??= retriever.parse(original?.tokens ?? this.#tokens));
  }

  /** The dates in the sentence before it, which may say when this one takes place. */
  #before({ sentences }: Block): readonly string[] {
    const before = sentences[sentences.indexOf(this.sentence) - 1];
    const dates = before === undefined ? [] : datesIn(before.tokens);
    return dates.flatMap(({ first, last }) =>
      (before?.tokens ?? []).slice(first, last + 1).map(({ text }) => text),
    );
  }

  /** The judgements to report with pronouns resolved as in `statement`. */
  judge(
    statement: Statement,
    retriever: EvidenceRetriever,
    block: Block,
    judging: Judging,
  ): readonly TextJudgement[] {
    const [tokens, besideQuotation] = [this.#tokens, this.#isBesideQuotation];
    return (
      findingsOn(
        retriever,
        this.plain(retriever),
        statement,
        this.#place,
        block,
        judging,
        this.#before(block),
      )
        .filter(
          ({ verdict, onlyIfSupported }) =>
            verdict === 'supported' ||
            (this.sentence.role !== 'credit' && (verdict === 'contradicted' || !onlyIfSupported)),
        )
        // “He said” next to a quotation is no claim: who said it is checked with the quotation.
        .filter(({ segment }) => !(besideQuotation && isAttribution(statement, segment)))
        .map((finding) => ({ finding, statement, tokens, besideQuotation }))
    );
  }
}

/** Reads the sentences of a block that may contain claims; one for each retriever. */
const readingOf = memoizeBy<EvidenceRetriever, BlockContent, BlockReading>((wording) => {
  const outside = outsideQuotations(wording);
  return new BlockReading(
    wording.sentences.flatMap((sentence, at) =>
      mayClaim({ kind: wording.kind, emphasised: false }, sentence)
        ? [
            new Reading(
              sentence,
              outside.get(sentence) ?? sentence.tokens,
              wording.sentences[at - 1],
            ),
          ]
        : [],
    ),
  );
});

/** A finding at its current place; `row` is the place of the claim if it is more than a part of the block. */
function placedAt(judgement: TextJudgement, block: Block, row?: Span): Judgement {
  const { finding, tokens } = judgement;
  const { segment, verdict, place } = finding;
  let claim: Claim | undefined;
  return {
    ...judgement,
    block,
    segment,
    verdict,
    place,
    unread:
      finding.asked !== undefined && finding.asked.reading === undefined
        ? [finding.asked.request]
        : [],
    get rationale() {
      return finding.rationale;
    },
    get claim() {
      return (claim ??= claimOf(finding, row ?? draftSpanOf(block, spanOf(tokens, segment))));
    },
  };
}

/** A claim at its current place. Often only the verdict is used. */
function claimOf(finding: ClaimJudgement, span: Span): Claim {
  return {
    span,
    verdict: finding.verdict,
    get score() {
      return finding.rationale.claim.score;
    },
    get evidence() {
      return finding.rationale.claim.evidence;
    },
    get note() {
      return finding.rationale.claim.note;
    },
  };
}

/** The last judgements on a sentence, from any version of its block. */
const known = sideTable<Statement, Known>();

function findingsOn(
  retriever: EvidenceRetriever,
  plain: Statement,
  statement: Statement,
  place: ClaimPlace,
  block: Block,
  judging: Judging,
  before: readonly string[],
): readonly ClaimJudgement[] {
  // Most sentences mean the same in any context.
  const meaning = statement === plain ? '' : meaningOf(statement);
  const context = judging.readings.judgeDecisions === undefined ? '' : place.context;
  return remembered(plain, [context, meaning, ...before].join('\n'), judging, () =>
    splitIntoClaims(statement)
      .filter((segment) => isCheckworthy(statement, segment))
      .flatMap((segment) => {
        const claim = { statement, first: segment.first, last: segment.last, before };
        return findingOn(retriever, claim, place, block, judging) ?? [];
      }),
  );
}

/** What is known of a sentence with this meaning, or the result of judging it. */
function remembered(
  sentence: Statement,
  meaning: string,
  judging: Judging,
  judge: () => readonly ClaimJudgement[],
): readonly ClaimJudgement[] {
  const before = known.get(sentence);
  if (
    before?.meaning === meaning &&
    isKnownFor(before, judging) &&
    before.findings.every((finding) => isReadAlike(finding, judging.readings))
  )
    return before.findings;
  const findings = judge();
  known.set(sentence, { ...knownFor(judging), meaning, findings });
  return findings;
}

function knownFor({ foreign, readings }: Judging): KnownFor {
  return { foreign, decisions: readings.judgeDecisions };
}

function isKnownFor({ foreign, decisions }: KnownFor, judging: Judging): boolean {
  return foreign === judging.foreign && decisions === judging.readings.judgeDecisions;
}

/** True for a claim that was judged with the same readings. */
function isReadAlike({ asked }: ClaimJudgement, readings: Readings): boolean {
  return asked === undefined || readings.judge(asked.request) === asked.reading;
}

/**
 * The referents of a sentence's names and pronouns, which distinguish it from the same words
 * elsewhere.
 */
function meaningOf({ terms }: Statement): string {
  return terms
    .filter(({ kind, resolved }) => kind === 'name' || resolved)
    .map(({ first, word, entity, others = [] }) =>
      [first, ...[entity, ...others].map((named) => named?.name ?? word)].join('\t'),
    )
    .join('\n');
}

/** The judgement on a claim; `undefined` for colour, which nobody would look up. */
function findingOn(
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
  const outdated = own && outdatedRationale(retriever, claim, own);
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

/** The span of tokens, in UTF-16 offsets of their block. */
export function spanOf(tokens: readonly Token[], { first, last }: TokenRange): Span {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}
