import { type Block, type Prose, placeOf, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Slices } from '../../prose/slices.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { Reference } from '../../reference/reference.js';
import type { Claim, Evidence, Verdict } from '../finding.js';
import { type Stretch, bestMatch } from './alignment.js';
import { isCheckworthy, isColour, isSoft, mayClaim } from './checkworthy.js';
import { type Cut, cutIntoClaims } from './clauses.js';
import type { Hit } from '../../reference/evidenceIndex.js';
import { Discourse } from './coreference.js';
import { Archive, type Witness } from './evidence.js';
import { mayBePart, mayComeOf } from './derived.js';
import { type Figure, isQuantity, isNamedAlone, mustBeHeld, without } from './held.js';
import { layOn } from './laying.js';
import { overclaimIn } from './modality.js';
import { type Difference, differenceIn } from './slots/differences.js';
import { type Dispute, disputeIn } from './slots/disputes.js';
import type { Statement } from './statement.js';
import type { Term } from './terms.js';
import { type Signs, type Support, weigh } from './support.js';
import { scoreOf, verdictOf } from './verdict.js';

/** What the verdict on a claim rests on. */
interface Grounds {
  /** The source sentences it was held against, best first. */
  readonly witnesses: readonly Witness[];
  readonly signs: Signs;
  /** What it has otherwise than the sources, the surest first. */
  readonly differences: readonly Difference[];
  readonly dispute: Dispute | undefined;
  readonly claim: Omit<Claim, 'span'>;
}

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
  readonly cut: Cut;
  /** True where words quoted at length stand in the same sentence, which are left out. */
  readonly besideQuotation: boolean;
  /** What the verdict rests on: made out when first asked for, where the nearest sentence settles the verdict. */
  readonly grounds: Grounds;
}

/** What is found of a stretch of a sentence, wherever that stands. */
interface Finding {
  readonly cut: Cut;
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

/** What is kept for a reference: its sentences taken apart, and what was found of the draft's. */
interface Desk {
  readonly archive: Archive;
  readonly known: WeakMap<Statement, Known>;
}

const desks = new WeakMap<Reference, Desk>();

/**
 * Judges the statements of a draft that can be judged, in order; of a `foreign` one without a look into the
 * sources. With a sentence to a slice. Cannot throw.
 */
export function* judgementsOf(
  draft: Prose,
  reference: Reference,
  { foreign = false }: { readonly foreign?: boolean } = {},
): Slices<readonly Judgement[]> {
  const desk = deskOf(reference);
  const discourse = new Discourse();
  const judgements: Judgement[] = [];
  for (const { block, sentence } of sentencesOf(draft)) {
    if (!mayClaim(block, sentence)) continue;
    const tokens = outsideQuotations(sentence, block);
    const besideQuotation = tokens.length < sentence.tokens.length;
    const original = besideQuotation ? undefined : sentence.original;
    const plain = desk.archive.takeApart(original?.tokens ?? tokens);
    const statement = discourse.read(plain);
    const judged = findingsOn(desk, plain, statement, block, foreign)
      .filter(
        ({ verdict, soft }) =>
          verdict === 'supported' ||
          (sentence.role !== 'credit' && (verdict === 'contradicted' || !soft)),
      )
      .map((finding) => new PlacedJudgement(finding, block, statement, tokens, besideQuotation));
    judgements.push(...judged);
    yield;
  }
  return judgements;
}

/** What is found of a claim, where it stands now. */
class PlacedJudgement implements Judgement {
  readonly block: Block;
  readonly statement: Statement;
  readonly tokens: readonly Token[];
  readonly besideQuotation: boolean;
  readonly #finding: Finding;
  #claim: Claim | undefined;

  constructor(
    finding: Finding,
    block: Block,
    statement: Statement,
    tokens: readonly Token[],
    besideQuotation: boolean,
  ) {
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
    return (this.#claim ??= claimAt(
      this.#finding,
      placeOf(this.block, spanOf(this.tokens, this.cut)),
    ));
  }

  get cut(): Cut {
    return this.#finding.cut;
  }

  get grounds(): Grounds {
    return this.#finding.grounds;
  }
}

/** A claim at its place. Most are asked for their verdict alone. */
function claimAt(finding: Finding, span: Span): Claim {
  return {
    span,
    verdict: finding.verdict,
    get score() {
      return finding.grounds.claim.score;
    },
    get evidence() {
      return finding.grounds.claim.evidence;
    },
    get note() {
      return finding.grounds.claim.note;
    },
  };
}

function deskOf(reference: Reference): Desk {
  let desk = desks.get(reference);
  if (desk === undefined) {
    desk = { archive: new Archive(reference), known: new WeakMap() };
    desks.set(reference, desk);
  }
  return desk;
}

function findingsOn(
  { archive, known }: Desk,
  plain: Statement,
  statement: Statement,
  block: Block,
  foreign: boolean,
): readonly Finding[] {
  const meaning = meaningOf(statement);
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
    .map(({ first, word, entity }) => `${first} ${entity?.name ?? word}`)
    .join('\n');
}

function findingOn(
  archive: Archive,
  statement: Statement,
  cut: Cut,
  block: Block,
  foreign: boolean,
): Finding {
  const stretch = { statement, first: cut.first, last: cut.last };
  const hits = foreign ? [] : archive.hitsOf(stretch);
  const nearest = archive.witnesses(hits.slice(0, 1));
  const first = hear(archive, stretch, nearest);
  if (saysAll(first, nearest)) {
    const own = groundsOf(archive, stretch, nearest, first);
    if (own.claim.verdict === 'supported' && own.claim.note === undefined)
      return settled(archive, stretch, cut, hits, own);
  }
  const witnesses = archive.witnesses(hits);
  const grounds = groundsOf(archive, stretch, witnesses, hear(archive, stretch, witnesses));
  const soft = isSoft(statement, cut, block) || isColour(statement, cut, speaksOf(witnesses));
  return { cut, verdict: grounds.claim.verdict, soft, grounds };
}

/**
 * A claim that the nearest sentence bears out all of. The others, which a large base would have to read, can
 * but tell more of it: that sources differ, and who else says so.
 */
function settled(
  archive: Archive,
  stretch: Stretch,
  cut: Cut,
  hits: readonly Hit[],
  own: Grounds,
): Finding {
  let all: Grounds | undefined;
  return {
    cut,
    verdict: 'supported',
    soft: false,
    get grounds() {
      if (all !== undefined) return all;
      const witnesses = archive.witnesses(hits);
      const heard = groundsOf(archive, stretch, witnesses, hear(archive, stretch, witnesses));
      return (all = heard.claim.verdict === 'supported' ? heard : own);
    },
  };
}

/** From here up a sentence has all that a claim says, and says it in one. */
const ALL = 0.97;
const IN_ONE = 0.9;

/** True where a sound sentence bears out all of a claim by itself and has nothing otherwise. */
function saysAll({ signs, unheld, difference }: Heard, witnesses: readonly Witness[]): boolean {
  const { together, joined, ...against } = signs;
  return (
    together >= ALL &&
    joined >= IN_ONE &&
    unheld.length === 0 &&
    difference === undefined &&
    witnesses.every(({ fact }) => !fact.shaky) &&
    Object.values(against).every((sign) => sign === 0)
  );
}

function groundsOf(
  archive: Archive,
  stretch: Stretch,
  witnesses: readonly Witness[],
  heard: Heard,
): Grounds {
  const { signs, bearers, unheld, dispute } = heard;
  const differences = differencesIn(archive, stretch, witnesses, heard);
  const contradicted = differences.length > 0;
  const overclaim = overclaimIn(stretch, witnesses, (word) => archive.rarity(word));
  const note = overclaim?.text ?? (dispute === undefined ? undefined : `${dispute.text}.`);
  const score = scoreOf(signs, unheld.some(mustBeHeld) || overclaim !== undefined, contradicted);
  const claim = {
    verdict: verdictOf(score, contradicted),
    score,
    evidence: distinct(
      contradicted
        ? differences.flatMap(({ evidence }) => evidence)
        : [
            ...(overclaim === undefined ? [] : [evidenceOf(overclaim.witness.fact)]),
            ...shownOf(bearers),
            ...(dispute?.evidence ?? []),
          ],
    ),
    ...(contradicted || note === undefined ? {} : { note }),
  };
  return { witnesses, signs, differences, dispute, claim };
}

/** What the sources say of a claim. */
interface Heard extends Support {
  readonly dispute: Dispute | undefined;
  readonly difference: Difference | undefined;
}

function hear(archive: Archive, claim: Stretch, witnesses: readonly Witness[]): Heard {
  const rarity = (word: string): number => archive.rarity(word);
  const statements = witnesses.map(({ statement }) => statement);
  const laid = statements.map((statement) => layOn(claim, statement));
  const support = weigh(claim, witnesses, laid, rarity);
  const hearing = {
    claim,
    witnesses,
    laid,
    entities: archive.entities,
    rarity,
    unheld: support.unheld,
    derived: new Set([
      ...support.derived,
      ...support.unheld.filter(
        (one) => isNamedAlone(one, statements) || (isQuantity(one) && mayBePart(one, statements)),
      ),
    ]),
    reckoned: new Set(
      support.unheld.filter(
        (one) => isQuantity(one) && mayComeOf(one, claim.statement, statements),
      ),
    ),
    scoreWithout: (parts: readonly (Figure | Term)[]) =>
      scoreOf(weigh(without(claim, parts), witnesses, laid, rarity).signs, false, false),
  };
  const dispute = disputeIn(hearing);
  return { ...support, dispute, difference: differenceIn(hearing, dispute) };
}

/** The most differences that are told of one claim: beyond them it tells of something else. */
const MOST_DIFFERENCES = 3;

/**
 * What a claim has otherwise, the surest first. Of the second is told what would be told once the first is
 * mended: the claim is heard again without it.
 */
function differencesIn(
  archive: Archive,
  claim: Stretch,
  witnesses: readonly Witness[],
  heard: Heard,
): readonly Difference[] {
  const told: Difference[] = [];
  let rest = claim;
  let { difference } = heard;
  while (difference !== undefined && told.length < MOST_DIFFERENCES) {
    const { first, last } = difference;
    if (told.some((other) => other.first <= last && first <= other.last)) break;
    told.push(difference);
    rest = without(rest, partsAmong(rest, first, last));
    ({ difference } = hear(archive, rest, witnesses));
  }
  return told;
}

/** What stands from one token of a claim to another. */
function partsAmong(
  { statement: { terms, quantities, dates } }: Stretch,
  first: number,
  last: number,
): readonly (Figure | Term)[] {
  return [...terms, ...quantities, ...dates].filter(
    (part) => part.first <= last && first <= part.last,
  );
}

function speaksOf(witnesses: readonly Witness[]): (term: Term) => boolean {
  return (term) =>
    witnesses.some(({ statement }) => (bestMatch(term, statement)?.likeness ?? 0) >= SPOKEN);
}

/** From here up a word is one of the source's. */
const SPOKEN = 0.6;

/** Where tokens of a sentence stand, in UTF-16 units of its block. Cannot throw. */
export function spanOf(tokens: readonly Token[], { first, last }: Cut): Span {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}

/** A damaged sentence is nothing to show; it may have helped to weigh. */
function shownOf(bearers: readonly Witness[]): readonly Evidence[] {
  return bearers.filter(({ fact }) => !fact.shaky).map(({ fact }) => evidenceOf(fact));
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

function evidenceOf({ citation, text }: Witness['fact']): Evidence {
  return { source: citation.source, line: citation.line, text };
}

/** Words quoted at length are the quote check's to judge. */
const LONG_QUOTATION = 4;

const outside = new WeakMap<Sentence, readonly Token[]>();

/** A sentence's tokens without those quoted at length; the same array for the same sentence. */
function outsideQuotations(sentence: Sentence, block: Block): readonly Token[] {
  const before = outside.get(sentence);
  if (before !== undefined) return before;
  const long = block.quotations.filter(
    ({ inner }) =>
      block.text.slice(inner.start, inner.end).trim().split(/\s+/u).length >= LONG_QUOTATION,
  );
  const isOutside = (token: Token): boolean =>
    !long.some(({ outer }) => outer.start <= token.start && token.end <= outer.end);
  const tokens = sentence.tokens.every(isOutside)
    ? sentence.tokens
    : sentence.tokens.filter(isOutside);
  outside.set(sentence, tokens);
  return tokens;
}
