import { type Stretch, isInside, isSameTime, maySayTheSame, meet } from './alignment.js';
import type { When } from './dates.js';
import { follows, spanFollows } from './derived.js';
import { type Quantity, hasOrdinal } from './numbers.js';
import type { Statement } from './statement.js';
import type { Term } from './terms.js';

/** A figure or time of a claim. */
export type Figure = Quantity | When;

/** True for a figure that counts; a time names a day. */
export function isQuantity(figure: Figure): figure is Quantity {
  return 'unit' in figure;
}

/** True where a sentence has a figure or time. */
export function holds(source: Statement, figure: Figure): boolean {
  return isQuantity(figure)
    ? source.quantities.some((other) => maySayTheSame(figure, other))
    : source.dates.some((other) => isSameTime(figure, other));
}

/** The figures and times of a claim; none that only says which is meant (“the two countries”). */
export function figuresOf(claim: Stretch): readonly Figure[] {
  const { quantities, dates } = claim.statement;
  return [...quantities.filter((one) => !isReference(one)), ...dates].filter((one) =>
    isInside(claim, one),
  );
}

/**
 * True for an ordinal that a source sentence has without its noun: “accepted the first offer and turned down
 * the second”. It says which one is meant and bears nothing out, but there is no other in its place.
 */
export function isNamedAlone(figure: Figure, sources: readonly Statement[]): boolean {
  return figure.kind === 'rank' && sources.some(({ tokens }) => hasOrdinal(tokens, figure.value));
}

/** The figures and times of a claim that none of the source sentences has. */
export function unheldIn(claim: Stretch, sources: readonly Statement[]): readonly Figure[] {
  return figuresOf(claim).filter((figure) => !sources.some((source) => holds(source, figure)));
}

/** “The two countries” counts nothing: it speaks of what is known already; “one” may be any. */
export function isReference({ definite, value, kind }: Quantity): boolean {
  return definite || (value === 1 && kind === 'count');
}

/** True where a figure or time follows from others of the sources. */
export function isDerivedFigure(
  figure: Figure,
  claim: Stretch,
  sources: readonly Statement[],
): boolean {
  return isQuantity(figure)
    ? follows(figure, claim.statement, sources)
    : spanFollows(figure, claim.statement, sources);
}

/**
 * True for a figure that a source must have for a claim to be borne out. “Hundreds” is none, two people
 * may only be listed, “for the first time” says no more than that it is new, and “last week” and “on
 * Tuesday” may be one day.
 */
export function mustBeHeld(figure: Figure): boolean {
  if (!isQuantity(figure)) return figure.kind !== 'relative';
  if (figure.order || (figure.kind === 'rank' && figure.value === 1)) return false;
  return figure.kind !== 'count' || figure.value > PAIR || isMeasured(figure);
}

const PAIR = 2;

/** What is measured is told as a figure, never listed. */
function isMeasured({ unit }: Quantity): boolean {
  return /^(?:second|minute|hour|day|week|month|year|metre|meter|mile|kilometre|kilometer|ton|tonne)$/u.test(
    unit,
  );
}

/** A claim that leaves parts of it open; its tokens are the same. */
export function without(claim: Stretch, parts: readonly (Figure | Term)[]): Stretch {
  const { statement } = claim;
  return {
    ...claim,
    statement: {
      ...statement,
      terms: statement.terms.filter((one) => !parts.includes(one)),
      quantities: statement.quantities.filter((one) => !parts.includes(one)),
      dates: statement.dates.filter((one) => !parts.includes(one)),
    },
  };
}

/** How much of a claim, parts of it left open, a source sentence has, its figures and times too, 0 to 1. */
export function shareWithout(
  claim: Stretch,
  parts: readonly (Figure | Term)[],
  source: Statement,
  rarity: (word: string) => number,
): number {
  const rest = meet(without(claim, parts), source, rarity);
  const total = rest.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : rest.reduce((sum, { weight, met }) => sum + weight * met, 0) / total;
}
