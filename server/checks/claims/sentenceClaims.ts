import type { JudgeDecisions, Readings } from '../../inference/readings.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import type { Block, BlockContent } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { sideTable } from '../../prose/sideTable.js';
import type { Token } from '../../prose/tokens.js';
import { datesIn } from '../../values/dates.js';
import { type ClaimJudgement, type Judging, judgementOn } from './claimJudgement.js';
import type { Coreference } from './complete/coreference.js';
import { type DiscourseUpdate, discourseUpdateOf } from './complete/discourse.js';
import type { ClaimPlace } from './judge.js';
import type { EvidenceRetriever } from './retrieve/evidenceRetriever.js';
import { isAttribution, isCheckworthy, mayClaim } from './segment/checkworthy.js';
import { splitIntoClaims } from './segment/clauses.js';
import { outsideQuotations } from './segment/outsideQuotations.js';
import { withoutTitleCase } from './segment/titleCase.js';
import type { Statement } from './statement/statement.js';

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

/** A sentence without the capitals of a title. Memoized, as what is known of a statement is kept by the statement. */
export const inSentenceCase = memoize(withoutTitleCase);

/** A judgement to report, independent of the place of its block. */
export interface TextJudgement {
  readonly finding: ClaimJudgement;
  /** The sentence with pronouns resolved. */
  readonly statement: Statement;
  /** Its tokens with their current offsets. */
  readonly tokens: readonly Token[];
  /** True if its sentence also has a long quotation, which is left out. */
  readonly besideQuotation: boolean;
}

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

  constructor(sentence: Sentence, tokens: readonly Token[]) {
    const { text, start } = sentence;
    this.sentence = sentence;
    this.#tokens = tokens;
    this.#place = { sentence: text, tokens, start };
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
export const readingOf = memoizeBy<EvidenceRetriever, BlockContent, BlockReading>((wording) => {
  const outside = outsideQuotations(wording);
  return new BlockReading(
    wording.sentences
      .filter((sentence) => mayClaim({ kind: wording.kind, emphasised: false }, sentence))
      .map((sentence) => new Reading(sentence, outside.get(sentence) ?? sentence.tokens)),
  );
});

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
  return remembered(plain, [meaning, ...before].join('\n'), judging, () =>
    splitIntoClaims(statement)
      .filter((segment) => isCheckworthy(statement, segment))
      .flatMap((segment) => {
        const claim = { statement, first: segment.first, last: segment.last, before };
        return judgementOn(retriever, claim, place, block, judging) ?? [];
      }),
  );
}

/** What is known of a sentence with this meaning, or the result of judging it. */
export function remembered(
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
