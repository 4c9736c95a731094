import { isDatingLine } from '../../calendar/datelines.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isSaying } from '../statement/statementQueries.js';
import { matchItems, shareOf, termRelatedness } from '../align/termAlignment.js';
import { type TokenAlignment, contextAround } from '../align/tokenAlignment.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';
import { type Slot, excludes, isFigure, isTerm, maySay, slotsIn } from './alternatives.js';
import { standsElsewhere } from './alternativeExclusions.js';
import type { ClaimContext } from '../align/claimContext.js';

/**
 * What tells that a source has another value in the place of a claim's. Shares are of the claim's weight
 * without the value, 0 to 1, related words included; signals that are true or false are 1 or 0.
 */
export interface AlternativeSignals {
  /** The share that the sentence has. */
  readonly related: number;
  /** The share that the best sentence with the claim's own value has. */
  readonly elsewhere: number;
  /** The position of the sentence among the evidence, from 0. */
  readonly rank: number;
  /** How many values the sentence has that could stand in its place. */
  readonly alternatives: number;
  /** The decimal logarithm of the factor between two figures, at most 3. */
  readonly ratio: number;
  /** The digits are the same but for their order, one digit or the scale. */
  readonly typed: number;
  /** The factor between two figures is a power of ten. */
  readonly scale: number;
  /** The share of the neighbouring words that are aligned around the source's value. */
  readonly context: number;
  /** How many of the words right before the two values are the same, at most 3: “a hut outside”. */
  readonly preceding: number;
  /** No source has the words of the claim's value. */
  readonly nowhere: number;
}

/** A value of a claim for which a source sentence has another of its type. */
export interface Alternative {
  readonly slot: Slot;
  readonly value: Slot;
  readonly evidence: EvidenceSentence;
  readonly signals: AlternativeSignals;
}

/** A sentence with a smaller share of the rest of the claim is about something else. */
const LEAST_RELATED = 0.25;
/** How many words before two values are compared. */
const PRECEDING = 3;
/** The widest gap between the context of a value and the source's value, in tokens. */
const WIDEST = 6;

/** All pairs of a value of a claim and another of the same type in an evidence sentence about the same event. */
export function alternativesIn(context: ClaimContext): readonly Alternative[] {
  const { claim, evidence } = context;
  // Something that the sources mention by an ordinal alone may be another thing.
  if ([...context.derived].some(({ kind }) => kind === 'rank')) return [];
  const own = slotsIn(claim.statement).filter((slot) => overlapsRange(claim, slot));
  const theirs = evidence.map((sentence) => toldSlotsOf(sentence, context));
  const compared = own.filter((slot) => isCompared(slot, context));
  const pairs = compared.flatMap((slot) =>
    evidence.flatMap((_, at) => {
      const there = theirs[at] ?? [];
      if (hasValue(slot, there, evidence[at]?.statement)) return [];
      const values = there.filter(
        (value) => excludes(slot, value) && !own.some((one) => maySay(one, value)),
      );
      return values.length === 0 ? [] : [{ slot, at, values }];
    }),
  );
  if (pairs.length === 0) return [];
  const comparison = new Comparison(context, theirs);
  return pairs.flatMap(({ slot, at, values }) => comparison.compare(slot, at, values));
}

/** The values of what a source sentence tells: when its text was written says nothing of what happened. */
function toldSlotsOf(
  { fact, statement }: EvidenceSentence,
  { dayOf }: ClaimContext,
): readonly Slot[] {
  return isDatingLine(fact.text, statement.tokens, dayOf(fact.citation.source))
    ? []
    : slotsIn(statement);
}

/**
 * False for a figure that may follow from others, for a result, which identifies a contest, for an age, which belongs to
 * a person (`ages.ts`), and for a speaker (`speakers.ts`): several people may say the same.
 */
function isCompared(slot: Slot, { claim, derived, derivable }: ClaimContext): boolean {
  if (!isTerm(slot))
    return !/^(?:age|score)$/u.test(slot.kind) && !derived.has(slot) && !derivable.has(slot);
  return !claim.statement.clauses.some(
    ({ head, subjects }) =>
      subjects.some((at) => slot.first <= at && at <= slot.last) && isSaying(claim.statement, head),
  );
}

/** True if a sentence has the value, for a name also as the antecedent of a pronoun. */
function hasValue(slot: Slot, slots: readonly Slot[], source: Statement | undefined): boolean {
  return (
    slots.some((other) => maySay(slot, other)) ||
    (isTerm(slot) &&
      source?.terms.some((term) => term.kind === 'name' && maySay(slot, term)) === true)
  );
}

/** The claim's values compared with those of the evidence. */
class Comparison {
  readonly #context: ClaimContext;
  readonly #theirs: readonly (readonly Slot[])[];
  /** Terms, figures and times of the claim, in the order of `matchItems`. */
  readonly #items: readonly Slot[];
  readonly #matches: readonly ReturnType<typeof matchItems>[];

  constructor(context: ClaimContext, theirs: readonly (readonly Slot[])[]) {
    const { claim, evidence, rarity } = context;
    const { terms, quantities, dates } = claim.statement;
    this.#context = context;
    this.#theirs = theirs;
    this.#items = [...terms, ...quantities, ...dates].filter((one) => overlapsRange(claim, one));
    this.#matches = evidence.map(({ statement }) =>
      matchItems(claim, statement, rarity, undefined, termRelatedness),
    );
  }

  compare(slot: Slot, at: number, values: readonly Slot[]): readonly Alternative[] {
    const { claim, evidence, rarity, alignments } = this.#context;
    const sentence = evidence[at];
    const related = this.#rest(slot, at);
    if (sentence === undefined || related < LEAST_RELATED) return [];
    const { statement } = claim;
    const having = evidence.flatMap((one, index) =>
      hasValue(slot, this.#theirs[index] ?? [], one.statement) ? [index] : [],
    );
    const common = {
      related,
      elsewhere: Math.max(0, ...having.map((index) => this.#rest(slot, index))),
      rank: at,
      alternatives: values.length,
      nowhere: Number(isNowhere(statement, slot, rarity)),
    };
    const comparable = values.filter(
      (value) => !standsElsewhere(slot, value, sentence, this.#context),
    );
    return comparable.map((value) => ({
      slot,
      value,
      evidence: sentence,
      signals: {
        ...common,
        ...compareFigures(slot, value),
        context: contextOf(claim, alignments[at] ?? [], slot, value),
        preceding: sameBefore(statement, slot, sentence.statement, value),
      },
    }));
  }

  /** The share of the claim without a slot that an evidence sentence has. */
  #rest(slot: Slot, at: number): number {
    const isOther = (item: Slot | undefined): boolean =>
      item !== undefined && !overlapsRange(item, slot);
    return shareOf((this.#matches[at] ?? []).filter((_, index) => isOther(this.#items[index])));
  }
}

/** True if no source has the words of a value. */
function isNowhere(
  statement: Statement,
  slot: TokenRange,
  rarity: (word: string) => number,
): boolean {
  return wordsOf(statement, slot).every((word) => rarity(word) === 1);
}

function wordsOf({ tokens }: Statement, { first, last }: TokenRange): readonly string[] {
  return tokens
    .slice(first, last + 1)
    .filter(({ kind }) => kind !== 'punctuation')
    .map(({ text }) => text);
}

type OfFigures = Pick<AlternativeSignals, 'ratio' | 'typed' | 'scale'>;

function compareFigures(slot: Slot, value: Slot): OfFigures {
  if (isTerm(slot) || isTerm(value)) return { ratio: 0, typed: 0, scale: 0 };
  const typed = Number(isTyped(slot.value, value.value));
  if (!isFigure(slot) || slot.value <= 0 || value.value <= 0) return { ratio: 0, typed, scale: 0 };
  const ratio = Math.abs(Math.log10(slot.value / value.value));
  return {
    ratio: Math.min(MOST_RATIO, ratio),
    typed,
    scale: Number(ratio > 0 && Math.abs(ratio - Math.round(ratio)) < 1e-9),
  };
}

const MOST_RATIO = 3;

/** True for digits that differ in their order, in one of them, or in the number of zeros. */
function isTyped(one: number, other: number): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a === b) return true;
  if (a.length !== b.length || a.length < 2) return false;
  const digits = a.split('');
  const others = b.split('');
  const differing = digits.filter((digit, at) => digit !== others[at]).length;
  return differing === 1 || digits.sort().join('') === others.sort().join('');
}

function digitsOf(value: number): string {
  return String(value)
    .replace('.', '')
    .replace(/(?<!0)0+$/u, '');
}

/** How many of the words around a value are aligned with words around the source's. */
function contextOf(
  claim: ClaimSpan,
  alignment: TokenAlignment,
  slot: TokenRange,
  value: TokenRange,
): number {
  const { words, aligned, before, after } = contextAround(claim, slot, alignment);
  const [from, to] = [before ?? -1, after ?? Infinity];
  const isInside =
    aligned > 0 &&
    from < value.first &&
    value.last < to &&
    Math.min(value.first - from, to - value.last) <= WIDEST;
  return isInside ? aligned / words : 0;
}

/** The number of words that are the same right before two values, at most `PRECEDING`. */
function sameBefore(
  claim: Statement,
  slot: TokenRange,
  source: Statement,
  value: TokenRange,
): number {
  let count = 0;
  while (count < PRECEDING) {
    const word = claim.tokens[slot.first - count - 1]?.lower;
    if (word === undefined || word !== source.tokens[value.first - count - 1]?.lower) break;
    count++;
  }
  return count;
}
