import { isComparable, isOfSameEvent, isSameCount } from '../claims/align/countsOfEvent.js';
import type { Quantity } from '../../values/figures.js';
import type { RelationClause } from '../claims/statement/relations.js';
import type { Statement } from '../claims/statement/statement.js';
import { clauseAround } from '../claims/statement/statementQueries.js';
import { isMeasure } from '../../values/units.js';
import { memoize } from '../../prose/memoize.js';
import {
  type Comparison,
  type StatedValue,
  addsLimit,
  haveOtherSpeakers,
  isSameForce,
  isSummed,
  mayBeOfOneTime,
  tellsOfAnother,
} from './statedValue.js';

/** How many of something there were, or to how many something was done. */
interface Count extends StatedValue {
  readonly quantity: Quantity;
  readonly clause: RelationClause;
}

/** From here up; one of something is often another one. */
const LEAST = 2;

/** A count is seldom wrong by more than this factor; that of something else may differ by more. */
const MOST_CHANGE = 4;

/** True for a count that may differ from another of the same noun. */
export function isCountOfThings(quantity: Quantity): boolean {
  return quantity.bound === 'exact' && isComparable(quantity, LEAST) && !isMeasure(quantity.unit);
}

/** True for two counts of which the larger may be a wrong form of the smaller. */
export function isNear({ value: one }: Quantity, { value: other }: Quantity): boolean {
  return Math.max(one, other) <= MOST_CHANGE * Math.min(one, other);
}

/** True for a sentence that has both counts, or their difference: “and two more died in hospital”. */
export function hasBothCounts({ quantities }: Statement, one: Quantity, other: Quantity): boolean {
  const counts = quantities
    .filter(({ kind, unit }) => kind === 'count' && (unit === one.unit || unit === ''))
    .map(({ value }) => value);
  return (
    (counts.includes(one.value) && counts.includes(other.value)) ||
    counts.includes(Math.abs(one.value - other.value))
  );
}

/** Counts of one noun with one verb, of one subject, place and time: boats destroyed, homes damaged. */
export const COUNTS: Comparison<Count> = {
  valuesIn: memoize((statement: Statement) =>
    statement.quantities.flatMap((quantity) => {
      const { unit, figure, last, value } = quantity;
      const clause = clauseAround(statement, figure);
      return clause !== undefined && isCountOfThings(quantity)
        ? [{ statement, of: unit, value: String(value), first: figure, last, quantity, clause }]
        : [];
    }),
  ),
  excludes: (one, other) =>
    isNear(one.quantity, other.quantity) &&
    !isSameCount(one.quantity, other.quantity) &&
    isSameForce(one.clause, other.clause) &&
    isDescribedAlike(one.quantity, other.quantity) &&
    [one, other].every((value) => isAlone(value) && !tellsOfAnother(value.statement)) &&
    mayBeOfOneTime(one.statement, other.statement) &&
    !haveOtherSpeakers(one, other) &&
    !addsLimit(other.statement, other.clause, one.statement) &&
    !(isSummed(other.statement) && addsLimit(one.statement, one.clause, other.statement)) &&
    isOfSameEvent(one.statement, one.quantity, other.statement, other.quantity),
  tellsBoth: (statement, { quantity: one }, { quantity: other }) =>
    hasBothCounts(statement, one, other),
  isReplaceable: true,
};

/** True for the only count of its noun in its sentence. */
function isAlone({ statement, of }: Count): boolean {
  return statement.quantities.filter(({ unit }) => unit === of).length === 1;
}

/** “14 wooden boats” may be some of 17 boats. */
function isDescribedAlike(one: Quantity, other: Quantity): boolean {
  return one.described.join(' ') === other.described.join(' ');
}
