import type { TimeExpression } from '../../../values/dates.js';
import type { Quantity } from '../../../values/figures.js';
import { hasOrdinal } from '../../../values/numerals.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { mayBeSameFigure, mayBeSameTime } from './termAlignment.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { isMeasure } from '../../../values/units.js';

/** A figure or time of a claim. */
export type Figure = Quantity | TimeExpression;

/** True for a figure that is a quantity, not a time. */
export function isQuantity(figure: Figure): figure is Quantity {
  return 'unit' in figure;
}

/** True if a source sentence has a figure or time of a claim. */
export function hasFigure(source: Statement, figure: Figure): boolean {
  return isQuantity(figure)
    ? source.quantities.some((other) => mayBeSameFigure(figure, other))
    : source.dates.some((other) => mayBeSameTime(figure, other));
}

/** Smaller figures recur by chance. */
const SMALL = 12;

/** True if a source sentence has the number of a distinctive figure, whatever it counts, but not in another measure. */
export function hasNumber({ quantities, dates }: Statement, figure: Figure): boolean {
  if (!isQuantity(figure))
    return figure.kind === 'year' && quantities.some(({ value }) => value === figure.value);
  if (figure.kind === 'rank' || isMeasure(figure.unit)) return false;
  const isSmall =
    figure.kind === 'count' && figure.value <= SMALL && Number.isInteger(figure.value);
  return (
    quantities.some(
      ({ value, against, kind, unit }) =>
        kind !== 'rank' &&
        (value === figure.value || against === figure.value) &&
        (!isSmall || unit === '' || figure.unit === ''),
    ) ||
    (!isSmall && dates.some(({ kind, value }) => kind === 'year' && value === figure.value))
  );
}

/** The figures and times of a claim, without definite counts (“the two countries”). */
export function figuresOf(claim: ClaimSpan): readonly Figure[] {
  const { quantities, dates } = claim.statement;
  return [...quantities.filter((one) => !isDefiniteCount(one)), ...dates].filter((one) =>
    overlapsRange(claim, one),
  );
}

/**
 * True for an ordinal that a source sentence has without its noun: “accepted the first offer and turned down
 * the second”. It identifies a thing, so it neither supports nor contradicts a figure.
 */
export function isOrdinalWithoutNoun(figure: Figure, sources: readonly Statement[]): boolean {
  return figure.kind === 'rank' && sources.some(({ tokens }) => hasOrdinal(tokens, figure.value));
}

/** The figures and times of a claim that no source sentence has. */
export function ungroundedIn(claim: ClaimSpan, sources: readonly Statement[]): readonly Figure[] {
  return figuresOf(claim).filter((figure) => !sources.some((source) => hasFigure(source, figure)));
}

/** True for “the two countries”, which refers to things already known, and for “one”. */
export function isDefiniteCount({ definite, value, kind }: Quantity): boolean {
  return definite || (value === 1 && kind === 'count');
}

/**
 * True for a figure that a source must have for a claim to be supported. Exempt are orders of magnitude
 * (“hundreds”), counts up to two, which a source may only list, “for the first time”, and relative times:
 * “last week” and “on Tuesday” may be the same day.
 */
export function mustBeGrounded(figure: Figure): boolean {
  if (!isQuantity(figure)) return figure.kind !== 'relative';
  if (figure.order || (figure.kind === 'rank' && figure.value === 1)) return false;
  return figure.kind !== 'count' || figure.value > PAIR || isMeasure(figure.unit);
}

const PAIR = 2;

/** Words next to a figure that is the difference or the sum of others: “nine fewer”, “seven minutes later”, “12 in all”. */
const RECKONED =
  /^(?:later|earlier|more|fewer|less|higher|lower|ahead|behind|rest|remaining|difference|lead|margin|majority|all|total|altogether|combined|together|both|sum)$/u;

/** How far such a word may be from the figure, in tokens. */
const REACH = 4;

/** True for a figure that a claim gives as a difference or a sum, which the writer may have reckoned; not for “more than 12”. */
export function isReckoned({ first, last }: Quantity, { tokens }: Statement): boolean {
  return tokens.some(
    ({ lower }, at) =>
      (at < first || at > last) &&
      at >= first - REACH &&
      at <= last + REACH &&
      RECKONED.test(lower),
  );
}
