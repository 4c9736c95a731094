import { sideTable } from '../../prose/sideTable.js';
import { memoize, memoizeBy } from '../../prose/memoize.js';
import { type Block, type Prose, type Wording, placeOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { Reference } from '../../reference/reference.js';
import type { Hit } from '../../reference/evidenceIndex.js';
import type { Claim, Evidence, Verdict } from '../finding.js';
import { type Stretch, bestMatch } from './alignment.js';
import { isCheckworthy, isColour, isSoft, mayClaim } from './checkworthy.js';
import { type ClaimSegment, cutIntoClaims } from './clauses.js';
import { Discourse, type Share, shareOfAll } from './coreference.js';
import { Archive, type Witness } from './evidence.js';
import { type Grounds, groundsOf, settlingGrounds } from './grounds.js';
import type { Statement } from './statement.js';
import type { Term } from './terms.js';

/** A claim of a draft with its verdict. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The claim with its place in the draft and all that is told of it, each made out when first asked for. */
  readonly claim: Claim;
  readonly block: Block;
  /**
   * The sentence it stands in, its pronouns resolved, and its tokens there, both included. Where the tokens
   * stand in the block `tokens` tells: the statement's may be those of an earlier version.
   */
  readonly statement: Statement;
  readonly tokens: readonly Token[];
  readonly cut: ClaimSegment;
  /** True where words quoted at length stand in the same sentence, which are left out. */
  readonly besideQuotation: boolean;
  /** What the verdict rests on: made out when first asked for, where the nearest sentence settles the verdict. */
  readonly grounds: Grounds;
}

/** What is found of a stretch of a sentence, wherever that stands. */
interface Finding {
  readonly cut: ClaimSegment;
  readonly verdict: Verdict;
  /** True for what is told only where the sources bear it out. */
  readonly soft: boolean;
  readonly grounds: Grounds;
}

/** Findings on a sentence, as long as its words and what its pronouns stand for are the same. */
interface Known {
  readonly meaning: string;
  readonly foreign: boolean;
  readonly findings: readonly Finding[];
}

/** One for each reference. */
const archiveOf = memoize((reference: Reference) => new Archive(reference));

/**
 * Judges the statements of a draft that can be judged, in order; of a `foreign` one without a look into the
 * sources. With a sentence to a slice.
 */
export function* judgementsOf(
  draft: Prose,
  reference: Reference,
  { foreign = false }: { readonly foreign?: boolean } = {},
): CooperativeTask<readonly Judgement[]> {
  const archive = archiveOf(reference);
  const discourse = new Discourse();
  const judgements: Judgement[] = [];
  for (const block of draft.blocks) {
    for (const told of yield* readingOf(block.wording, archive).told(
      block,
      archive,
      discourse,
      foreign,
    ))
      judgements.push(new PlacedJudgement(told, block));
  }
  return judgements;
}

/** A claim of which the verdict is told, wherever its block stands. */
type Told = Pick<Judgement, 'statement' | 'tokens' | 'besideQuotation'> & {
  readonly finding: Finding;
};

/** The words of a block as they are judged. */
class BlockReading {
  readonly #sentences: readonly Reading[];
  /** What is told of sentences that hang on none before the block, and what they add to what is spoken of. */
  #own:
    | { readonly foreign: boolean; readonly told: readonly Told[]; readonly share: Share }
    | undefined;

  constructor(sentences: readonly Reading[]) {
    this.#sentences = sentences;
  }

  /** What is told of a block with these words, with a sentence to a slice. */
  *told(
    block: Block,
    archive: Archive,
    discourse: Discourse,
    foreign: boolean,
  ): CooperativeTask<readonly Told[]> {
    const isPlain = !block.emphasised;
    const own = this.#own;
    if (isPlain && own?.foreign === foreign) {
      discourse.pass(own.share);
      yield;
      return own.told;
    }
    const told: Told[] = [];
    for (const reading of this.#sentences) {
      if (!isPlain && !mayClaim(block, reading.sentence)) continue;
      const statement = discourse.read(reading.plain(archive));
      told.push(...reading.told(statement, archive, block, foreign));
      yield;
    }
    if (isPlain) {
      const share = shareOfAll(this.#sentences.map((reading) => reading.plain(archive)));
      this.#own = share && { foreign, told, share };
    }
    return told;
  }
}

/** A sentence of a draft as it is judged: all that does not hang on the sentences before it. */
class Reading {
  readonly sentence: Sentence;
  /** Those outside of what is quoted at length. */
  readonly #tokens: readonly Token[];
  readonly #isBesideQuotation: boolean;
  #plain: Statement | undefined;

  constructor(sentence: Sentence, tokens: readonly Token[]) {
    this.sentence = sentence;
    this.#tokens = tokens;
    this.#isBesideQuotation = tokens.length < sentence.tokens.length;
  }

  /** The sentence taken apart, its pronouns as they stand. */
  plain(archive: Archive): Statement {
    const original = this.#isBesideQuotation ? undefined : this.sentence.original;
    return (this.#plain ??= archive.takeApart(original?.tokens ?? this.#tokens));
  }

  /** What is told of it where its pronouns stand for what they do in `statement`. */
  told(statement: Statement, archive: Archive, block: Block, foreign: boolean): readonly Told[] {
    const [tokens, besideQuotation] = [this.#tokens, this.#isBesideQuotation];
    return findingsOn(archive, this.plain(archive), statement, block, foreign)
      .filter(
        ({ verdict, soft }) =>
          verdict === 'supported' ||
          (this.sentence.role !== 'credit' && (verdict === 'contradicted' || !soft)),
      )
      .map((finding) => ({ finding, statement, tokens, besideQuotation }));
  }
}

/** With the sentences of a block that may claim something in some setting; one for each archive. */
const readingOf = memoizeBy<Archive, Wording, BlockReading>((wording) => {
  const outside = outsideQuotations(wording);
  return new BlockReading(
    wording.sentences
      .filter((sentence) => mayClaim({ kind: wording.kind, emphasised: false }, sentence))
      .map((sentence) => new Reading(sentence, outside.get(sentence) ?? sentence.tokens)),
  );
});

/** What is found of a claim, where it stands now. */
class PlacedJudgement implements Judgement {
  readonly block: Block;
  readonly statement: Statement;
  readonly tokens: readonly Token[];
  readonly besideQuotation: boolean;
  readonly #finding: Finding;
  #claim: Claim | undefined;

  constructor({ finding, statement, tokens, besideQuotation }: Told, block: Block) {
    this.#finding = finding;
    this.block = block;
    this.statement = statement;
    this.tokens = tokens;
    this.besideQuotation = besideQuotation;
  }

  get verdict(): Verdict {
    return this.#finding.verdict;
  }

  get claim(): Claim {
    const place = (): Span => placeOf(this.block, spanOf(this.tokens, this.cut));
    return (this.#claim ??= new PlacedClaim(this.#finding, place()));
  }

  get cut(): ClaimSegment {
    return this.#finding.cut;
  }

  get grounds(): Grounds {
    return this.#finding.grounds;
  }
}

/** A claim at its place. Most are asked for their verdict alone. */
class PlacedClaim implements Claim {
  readonly span: Span;
  readonly verdict: Verdict;
  readonly #finding: Finding;

  constructor(finding: Finding, span: Span) {
    this.span = span;
    this.verdict = finding.verdict;
    this.#finding = finding;
  }

  get score(): number {
    return this.#finding.grounds.claim.score;
  }

  get evidence(): readonly Evidence[] {
    return this.#finding.grounds.claim.evidence;
  }

  get note(): string | undefined {
    return this.#finding.grounds.claim.note;
  }
}

/** What was found last of a sentence, in whatever version of its block. */
const known = sideTable<Statement, Known>();

function findingsOn(
  archive: Archive,
  plain: Statement,
  statement: Statement,
  block: Block,
  foreign: boolean,
): readonly Finding[] {
  // Most sentences mean the same wherever they stand.
  const meaning = statement === plain ? '' : meaningOf(statement);
  const before = known.get(plain);
  if (before?.meaning === meaning && before.foreign === foreign) return before.findings;
  const findings = cutIntoClaims(statement)
    .filter((cut) => isCheckworthy(statement, cut))
    .map((cut) => findingOn(archive, statement, cut, block, foreign));
  known.set(plain, { meaning, foreign, findings });
  return findings;
}

/** What tells a sentence from the same words after other sentences: whom its names and pronouns stand for. */
function meaningOf({ terms }: Statement): string {
  return terms
    .filter(({ kind, resolved }) => kind === 'name' || resolved)
    .map(({ first, word, entity, others = [] }) =>
      [first, ...[entity, ...others].map((named) => named?.name ?? word)].join('\t'),
    )
    .join('\n');
}

function findingOn(
  archive: Archive,
  statement: Statement,
  cut: ClaimSegment,
  block: Block,
  foreign: boolean,
): Finding {
  const stretch = { statement, first: cut.first, last: cut.last };
  const hits = foreign ? [] : archive.hitsOf(stretch);
  const [nearest] = archive.witnesses(hits.slice(0, 1));
  const own = nearest && settlingGrounds(archive, stretch, nearest);
  if (own !== undefined) return new SettledFinding(archive, stretch, cut, hits, own);
  const witnesses = archive.witnesses(hits);
  const grounds = groundsOf(archive, stretch, witnesses);
  const soft = isSoft(statement, cut, block) || isColour(statement, cut, speaksOf(witnesses));
  return { cut, verdict: grounds.claim.verdict, soft, grounds };
}

/**
 * A claim that the nearest sentence bears out all of. The others, which a large base would have to read, can
 * but tell more of it: that sources differ, and who else says so.
 */
class SettledFinding implements Finding {
  readonly cut: ClaimSegment;
  readonly verdict = 'supported';
  readonly soft = false;
  readonly #archive: Archive;
  readonly #stretch: Stretch;
  readonly #hits: readonly Hit[];
  /** By the nearest sentence alone. */
  readonly #own: Grounds;
  #all: Grounds | undefined;

  constructor(
    archive: Archive,
    stretch: Stretch,
    cut: ClaimSegment,
    hits: readonly Hit[],
    own: Grounds,
  ) {
    this.cut = cut;
    this.#archive = archive;
    this.#stretch = stretch;
    this.#hits = hits;
    this.#own = own;
  }

  get grounds(): Grounds {
    return (this.#all ??= this.#hearAll());
  }

  #hearAll(): Grounds {
    const witnesses = this.#archive.witnesses(this.#hits);
    const heard = groundsOf(this.#archive, this.#stretch, witnesses);
    return heard.claim.verdict === 'supported' ? heard : this.#own;
  }
}

function speaksOf(witnesses: readonly Witness[]): (term: Term) => boolean {
  return (term) =>
    witnesses.some(({ statement }) => (bestMatch(term, statement)?.likeness ?? 0) >= SPOKEN);
}

/** From here up a word is one of the source's. */
const SPOKEN = 0.6;

/** Where tokens of a sentence stand, in UTF-16 units of its block. */
export function spanOf(tokens: readonly Token[], { first, last }: ClaimSegment): Span {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}

/** Words quoted at length are the quote check's to judge. */
const LONG_QUOTATION = 4;

/** The tokens of a block's sentences without those quoted at length. */
const outsideQuotations = memoize(({ text, quotations, sentences }: Wording) => {
  const long = quotations.filter(
    ({ inner }) => text.slice(inner.start, inner.end).trim().split(/\s+/u).length >= LONG_QUOTATION,
  );
  const isOutside = (token: Token): boolean =>
    !long.some(({ outer }) => outer.start <= token.start && token.end <= outer.end);
  return new Map(
    sentences.map((sentence) => {
      const { tokens } = sentence;
      return [sentence, tokens.every(isOutside) ? tokens : tokens.filter(isOutside)] as const;
    }),
  );
});
