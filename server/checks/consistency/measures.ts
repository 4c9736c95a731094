import type { Quantity } from '../../values/figures.js';
import type { Statement } from '../claims/statement/statement.js';
import { clauseAround } from '../claims/statement/statementQueries.js';
import { isMeasure } from '../../values/units.js';
import { addsLimit } from './statedValue.js';

/**
 * False for two measures or amounts of money of which one tells of something that the other does not: how long a bridge
 * is, and how far from the school. Nouns tell counts apart.
 */
export function mayMeasureOneThing(
  one: Statement,
  measure: Quantity,
  other: Statement,
  otherMeasure: Quantity,
): boolean {
  const [clause, otherClause] = [
    clauseAround(one, measure.figure),
    clauseAround(other, otherMeasure.figure),
  ];
  const isCount = measure.kind !== 'money' && !isMeasure(measure.unit);
  if (isCount || clause === undefined || otherClause === undefined) return true;
  return !addsLimit(one, clause, other) && !addsLimit(other, otherClause, one);
}
