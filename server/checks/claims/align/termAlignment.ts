import { type TimeExpression, datesDiffer } from '../../../values/dates.js';
import { areAntonyms, relatedness, similarity } from '../words/lexicalRelations.js';
import { nameSimilarity } from '../statement/nameMatching.js';
import { mayBeSameFigure as mayBeSame } from '../../../values/figureComparison.js';
import type { Quantity } from '../../../values/figures.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isInDenial, termsAt } from '../statement/statementQueries.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';

/** How far two terms mean the same, 0 to 1. Only this may support a claim. */
export function termSimilarity(a: Term, b: Term): number {
  return compareTerms(similarity, a, b);
}

/**
 * How likely two terms refer to the same act or thing, 0 to 1: the same, or words of one field. Tells
 * whether a sentence is about the same event, never whether it says the same.
 */
export function termRelatedness(a: Term, b: Term): number {
  return compareTerms(relatedness, a, b);
}

function compareTerms(compareWords: (a: string, b: string) => number, a: Term, b: Term): number {
  if (a.kind === 'name' && b.kind === 'name') return nameSimilarity(a, b);
  if (a.kind === 'name' || b.kind === 'name') {
    const [name, word] = a.kind === 'name' ? [a, b] : [b, a];
    return name.word === word.word ? 0.9 : name.word.split(' ').includes(word.word) ? 0.5 : 0;
  }
  return compareWords(a.word, b.word);
}

/** The factor for a source name that is only the antecedent of a pronoun. */
const RESOLVED = 0.9;

/** The term of a sentence that best matches this one, and how well, 0 to 1. */
export function bestMatch(
  term: Term,
  statement: Statement,
): { readonly term: Term; readonly likeness: number } | undefined {
  let best: { readonly term: Term; readonly likeness: number } | undefined;
  for (const other of statement.terms) {
    const value = termSimilarity(term, other) * (other.resolved && !term.resolved ? RESOLVED : 1);
    if (value > (best?.likeness ?? 0)) best = { term: other, likeness: value };
    if (value === 1) break;
  }
  return best;
}

/** The share of a word's weight that does not depend on its rarity. */
const COMMON = 0.6;

/** The weight of a term, higher if it is rare among the sources. */
function weightOfTerm(term: Term, rarity: (word: string) => number): number {
  const rare = rarity(term.word.split(' ').at(-1) ?? term.word);
  return term.weight * (COMMON + (1 - COMMON) * rare);
}

/** A term, figure or time of a claim, and how well a source sentence matches it, 0 to 1. */
export interface ItemMatch {
  readonly kind: Term['kind'] | 'quantity' | 'date';
  readonly weight: number;
  readonly match: number;
  readonly resolved: boolean;
}

type Matched = Pick<ItemMatch, 'weight' | 'match'>;

/** For each item of a claim the best match among some sentences. */
export function bestRow(rows: readonly (readonly ItemMatch[])[]): readonly ItemMatch[] {
  return (rows[0] ?? []).map((item, at) => ({
    ...item,
    match: Math.max(...rows.map((row) => row[at]?.match ?? 0)),
  }));
}

/** The share of a claim's weight that is matched, 0 to 1. */
export function shareOf(row: readonly Matched[]): number {
  const total = weightOf(row);
  return total === 0 ? 0 : row.reduce((sum, { weight, match }) => sum + weight * match, 0) / total;
}

/** The sum of the weights. */
export function weightOf(items: readonly Pick<ItemMatch, 'weight'>[]): number {
  return items.reduce((sum, { weight }) => sum + weight, 0);
}

const FIGURE_WEIGHT = 0.9;
/** “Two men” may only be listed in the source; “the two men” and “one man” count nothing. */
const SMALL_FIGURE_WEIGHT = 0.4;
const DEFINITE_WEIGHT = 0.05;
const DATE_WEIGHT = 0.9;
/** “Today” and “this week” are the time of writing. */
const PRESENT_WEIGHT = 0.2;

function weightOfFigure({ kind, value, order, definite }: Quantity): number {
  if (kind === 'count' && (definite || value === 1)) return DEFINITE_WEIGHT;
  const small = kind === 'rank' || order || (kind === 'count' && value < 10);
  return small ? SMALL_FIGURE_WEIGHT : FIGURE_WEIGHT;
}

/** Matches the terms, figures and times of a claim with one source sentence, in a fixed order. */
export function matchItems(
  claim: ClaimSpan,
  source: Statement,
  rarity: (word: string) => number,
): readonly ItemMatch[] {
  const { terms, quantities, dates } = claim.statement;
  return [
    ...terms
      .filter((term) => overlapsRange(claim, term))
      .map((term) => ({
        kind: term.kind,
        weight: weightOfTerm(term, rarity),
        match: Math.max(
          bestMatch(term, source)?.likeness ?? 0,
          deniedOpposite(term, claim, source),
        ),
        resolved: term.resolved,
      })),
    ...quantities
      .filter((quantity) => overlapsRange(claim, quantity))
      .map((quantity) => ({
        kind: 'quantity' as const,
        weight: weightOfFigure(quantity),
        match: source.quantities.some((other) => mayBeSameFigure(quantity, other)) ? 1 : 0,
        resolved: false,
      })),
    ...dates
      .filter((date) => overlapsRange(claim, date))
      .map((date) => ({
        kind: 'date' as const,
        weight: date.kind === 'relative' && date.value === 0 ? PRESENT_WEIGHT : DATE_WEIGHT,
        match: source.dates.some((other) => mayBeSameTime(date, other)) ? 1 : 0,
        resolved: false,
      })),
  ];
}

/** The match of a word whose antonym a source denies: “skips” by “will not attend”. */
const BY_OPPOSITE = 0.85;

function deniedOpposite(term: Term, { statement }: ClaimSpan, source: Statement): number {
  if (term.kind === 'name' || term.weight <= LIGHT_WEIGHT) return 0;
  const denied = isInDenial(statement, term.last);
  const met = source.terms.some(
    (other) =>
      other.kind !== 'name' &&
      areAntonyms(term.word, other.word) &&
      isInDenial(source, other.last) !== denied,
  );
  return met ? BY_OPPOSITE : 0;
}

/** True for two times of one kind that may be the same. */
export function mayBeSameTime(date: TimeExpression, other: TimeExpression): boolean {
  return other.kind === date.kind && !datesDiffer(other, date);
}

/** True for two figures that may count the same thing and have the same value. */
export function mayBeSameFigure(quantity: Quantity, other: Quantity): boolean {
  return mayBeSame(quantity, other, isSameNoun);
}

function isSameNoun(one: string, other: string): boolean {
  return similarity(one, other) >= SAME_NOUN;
}

/** The least similarity of two nouns for one thing. */
const SAME_NOUN = 0.6;

/** The relatedness of the words at two tokens, 0 to 1. */
export function tokenRelatedness(a: Statement, at: number, b: Statement, other: number): number {
  const ones = termsAt(a, at);
  const others = termsAt(b, other);
  return Math.max(0, ...ones.flatMap((one) => others.map((two) => termRelatedness(one, two))));
}

/**
 * The share of a claim's terms outside `except` that a source sentence has or is related to, 0 to
 * 1.
 */
export function relatedShareOf(
  claim: ClaimSpan,
  source: Statement,
  rarity: (word: string) => number,
  except?: TokenRange,
): number {
  return shareOf(
    claim.statement.terms
      .filter(
        (term) =>
          overlapsRange(claim, term) && (except === undefined || !overlapsRange(except, term)),
      )
      .map((term) => ({
        weight: weightOfTerm(term, rarity),
        match: Math.max(0, ...source.terms.map((other) => termRelatedness(term, other))),
      })),
  );
}
