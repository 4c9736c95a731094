import { mayBeOfOneOccasion } from '../claims/align/occasions.js';
import { type TimeExpression, datesDiffer } from '../../values/dates.js';
import type { RelationClause } from '../claims/statement/relations.js';
import type { Statement } from '../claims/statement/statement.js';
import type { Token } from '../../prose/tokens.js';
import { clauseAround } from '../claims/statement/statementQueries.js';
import { memoize } from '../../prose/memoize.js';
import {
  type Comparison,
  type StatedValue,
  areDescribedAnew,
  areSame,
  hasNoOtherNames,
  isDoneOnce,
  isSameForce,
  objectsOf,
  tellsOfAnother,
} from './statedValue.js';

/** The weekday or day of a month on which something happened. */
interface EventTime extends StatedValue {
  readonly time: TimeExpression;
  readonly clause: RelationClause;
}

/** Words before a day that is the end of a span, or one of many. */
const NO_POINT =
  /^(?:from|to|until|till|by|since|before|after|between|and|through|every|each|last|next|for)$/u;

/** False for the end of a span, and for one of many: “until Monday”, “on Mondays”. */
export function isPointInTime(tokens: readonly Token[], { first }: TimeExpression): boolean {
  return (
    !NO_POINT.test(tokens[first - 1]?.lower ?? '') && !/days$/iu.test(tokens[first]?.text ?? '')
  );
}

/** Days on which one act happened: the same verb, subject and object, and no other name. */
export const TIMES: Comparison<EventTime> = {
  valuesIn: memoize((statement: Statement) =>
    statement.dates.flatMap((time) => {
      const { kind, value, first, last } = time;
      if (kind !== 'weekday' && kind !== 'day') return [];
      const { tokens, dates } = statement;
      if (!isPointInTime(tokens, time)) return [];
      if (dates.filter((other) => other.kind === kind).length > 1) return [];
      const clause = clauseAround(statement, first);
      const verb = tokens[clause?.head ?? -1];
      if (clause?.subjects.length !== 1 || verb === undefined) return [];
      if (!isDoneOnce(verb)) return [];
      const of = `${kind} ${verb.lemma}`;
      return [{ statement, of, value: String(value), first, last, time, clause }];
    }),
  ),
  excludes: (one, other) =>
    datesDiffer(one.time, other.time) &&
    isSameForce(one.clause, other.clause) &&
    ![one, other].some(({ statement }) => tellsOfAnother(statement)) &&
    hasNoOtherNames(one.statement, other.statement) &&
    mayBeOfOneOccasion(one.statement, other.statement) &&
    isSameAct(one, other) &&
    !isOfAnother(other, one.statement),
  tellsBoth: ({ dates }, { time: one }, { time: other }) =>
    [one, other].every(({ kind, value }) =>
      dates.some((date) => date.kind === kind && date.value === value),
    ),
  isReplaceable: true,
};

function isSameAct(one: EventTime, other: EventTime): boolean {
  const [objects, others] = [
    objectsOf(one.statement, one.clause),
    objectsOf(other.statement, other.clause),
  ];
  return (
    objects.length === others.length &&
    areSame(one.statement, one.clause.subjects, other.statement, other.clause.subjects) &&
    areSame(one.statement, objects, other.statement, others)
  );
}

/** True if the subject or object is described by words that another sentence has not: “the shop in Lund”. */
function isOfAnother({ statement, clause }: EventTime, other: Statement): boolean {
  return areDescribedAnew(statement, [...clause.subjects, ...objectsOf(statement, clause)], other);
}
