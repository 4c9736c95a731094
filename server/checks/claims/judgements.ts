import { type JudgeRequest, NO_READINGS } from '../../inference/readings.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Block, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import type { Token } from '../../prose/tokens.js';
import type { Reference } from '../../reference/reference.js';
import type { Claim, Verdict } from '../finding.js';
import { type ClaimJudgement, type Judging, judgementOn } from './claimJudgement.js';
import { Coreference } from './complete/coreference.js';
import type { VerdictRationale } from './decide/verdictRationale.js';
import type { ClaimPlace } from './judge.js';
import { type EvidenceRetriever, retrieverOf } from './retrieve/evidenceRetriever.js';
import { type TableRow, tableRowsOf } from './segment/tableRows.js';
import { type TextJudgement, inSentenceCase, readingOf, remembered } from './sentenceClaims.js';
import type { Statement } from './statement/statement.js';
import { slotWordsOf } from './statement/statementQueries.js';

export type { Judging } from './claimJudgement.js';

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
      tokens: said,
      start: 0,
    };
    const findings = remembered(statement, '', judging, () =>
      [judgementOn(retriever, { statement, ...segment }, place, block, judging) ?? []].flat(),
    );
    return findings.map((finding) =>
      placedAt({ finding, statement, tokens: placed, besideQuotation: false }, block, span),
    );
  });
  return SEVEREST.map((verdict) => judged.find((one) => one.verdict === verdict)).find(
    (one) => one !== undefined,
  );
}

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

/** The span of tokens, in UTF-16 offsets of their block. */
export function spanOf(tokens: readonly Token[], { first, last }: TokenRange): Span {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}
