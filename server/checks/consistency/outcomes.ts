import { mayBeOfOneOccasion } from '../claims/align/occasions.js';
import { termRelatedness } from '../claims/align/termAlignment.js';
import type { RelationClause } from '../claims/statement/relations.js';
import type { Statement } from '../claims/statement/statement.js';
import { termsAt } from '../claims/statement/statementQueries.js';
import type { Term } from '../claims/statement/terms.js';
import { memoize } from '../../prose/memoize.js';
import {
  type Comparison,
  type StatedValue,
  areDescribedAnew,
  areSame,
  hasNew,
  hasNoOtherNames,
  mayBeOfOneTime,
  mayBeSame,
  objectsOf,
  tellsOfAnother,
} from './statedValue.js';

/** The outcome of a trial or a vote, or who won a contest. */
export interface Outcome extends StatedValue {
  readonly clause: RelationClause;
}

/** What each outcome belongs to, by the words for them that `withOutcomes` leaves. */
const DECIDED: ReadonlyMap<string, 'trial' | 'vote' | 'contest'> = new Map([
  ['convict', 'trial'],
  ['acquit', 'trial'],
  ['approve', 'vote'],
  ['reject', 'vote'],
  ['beat', 'contest'],
]);

/** Opposite outcomes of one trial or vote, and one contest with two winners. */
export const OUTCOMES: Comparison<Outcome> = {
  valuesIn: memoize((statement: Statement) =>
    statement.clauses.flatMap((clause) => {
      const verb = termsAt(statement, clause.head).find(({ kind }) => kind === 'verb');
      const of = DECIDED.get(verb?.word ?? '');
      const { certainty, negated } = clause.group;
      if (verb === undefined || of === undefined || negated) return [];
      if (certainty === 'planned' || certainty === 'possible') return [];
      const winner = of === 'contest' ? sideOf(statement, clause, 'subject') : undefined;
      if (of === 'contest' && winner === undefined) return [];
      const { first, last, word } = winner ?? verb;
      return [{ statement, of, value: word, first, last, clause }];
    }),
  ),
  excludes: (one, other) =>
    one.value !== other.value &&
    ![one, other].some(({ statement }) => tellsOfAnother(statement)) &&
    mayBeOfOneTime(one.statement, other.statement) &&
    mayBeOfOneOccasion(one.statement, other.statement) &&
    hasNoOtherNames(one.statement, other.statement) &&
    (one.of === 'contest' ? haveSidesTurned(one, other) : isSameMatter(one, other)),
  // A contest has both sides in each sentence.
  tellsBoth: ({ terms }, one, other) =>
    one.of !== 'contest' &&
    [one, other].every(({ value }) => terms.some(({ word }) => word === value)),
  // “Was acquitted” may have become “convict”.
  isReplaceable: false,
};

/** True if both decide the same of the same, and neither names a matter of which the other does not speak. */
function isSameMatter(one: Outcome, other: Outcome): boolean {
  const [objects, others] = [
    objectsOf(one.statement, one.clause),
    objectsOf(other.statement, other.clause),
  ];
  return (
    objects.length > 0 &&
    areSame(one.statement, objects, other.statement, others) &&
    mayBeSame(one.statement, one.clause.subjects, other.statement, other.clause.subjects) &&
    !isOfAnother(one, other.statement) &&
    !isOfAnother(other, one.statement)
  );
}

/** True if the object, or what somebody is tried for, is given in words that another sentence does not have. */
function isOfAnother({ statement, clause }: Outcome, other: Statement): boolean {
  const matters = statement.relations
    .filter(({ kind, head }) => head === clause.head && /^(?:of|on|for|over)$/u.test(kind))
    .map(({ dependent }) => dependent);
  return (
    areDescribedAnew(statement, objectsOf(statement, clause), other) ||
    hasNew(statement, matters, other)
  );
}

/** The least relatedness of two names of one side. */
const SAME_SIDE = 0.9;

/** True if the winner in one clause is the loser in the other. */
function haveSidesTurned(one: Outcome, other: Outcome): boolean {
  const sides = (kind: 'subject' | 'object', { statement, clause }: Outcome): Term | undefined =>
    sideOf(statement, clause, kind);
  const isOne = (side: Term | undefined, to: Term | undefined): boolean =>
    side !== undefined && to !== undefined && termRelatedness(side, to) >= SAME_SIDE;
  return (
    isOne(sides('subject', one), sides('object', other)) &&
    isOne(sides('object', one), sides('subject', other))
  );
}

/** The name of the side that a contest's verb has as its subject or its object. */
function sideOf(
  statement: Statement,
  { head }: RelationClause,
  kind: 'subject' | 'object',
): Term | undefined {
  // Who loses does not win.
  if (statement.tokens[head]?.lemma === 'lose') return undefined;
  const side = statement.relations.find((one) => one.kind === kind && one.head === head);
  return side && termsAt(statement, side.dependent).find((term) => term.kind === 'name');
}
