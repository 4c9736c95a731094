import { mayBeOfOneOccasion } from '../claims/align/occasions.js';
import { tokenRelatedness } from '../claims/align/termAlignment.js';
import type { Quantity } from '../../values/figures.js';
import { quantitiesDiffer } from '../../values/figureComparison.js';
import type { Statement } from '../claims/statement/statement.js';
import { clauseAround } from '../claims/statement/statementQueries.js';
import { memoize } from '../../prose/memoize.js';
import { hasBothCounts, isNear } from './counts.js';
import {
  type Comparison,
  type StatedValue,
  hasNew,
  hasNoOtherNames,
  haveOtherSpeakers,
  isSummed,
  limitsOf,
  mayBeOfOneTime,
  tellsOfAnother,
} from './statedValue.js';

/** How many people an event killed or injured. */
interface Casualties extends StatedValue {
  readonly quantity: Quantity;
}

/** One of several people is often named apart. */
const LEAST = 2;

/** The dead and the injured of one event, however each sentence words it. */
export const CASUALTIES: Comparison<Casualties> = {
  valuesIn: memoize((statement: Statement) =>
    statement.quantities.flatMap((quantity) => {
      const { kind, order, definite, bound, figure, last, value } = quantity;
      if (kind !== 'count' || order || definite || bound !== 'exact' || value < LEAST) return [];
      const of = fateOf(quantity, statement);
      return of === undefined
        ? []
        : [{ statement, of, value: String(value), first: figure, last, quantity }];
    }),
  ),
  excludes: (one, other) =>
    isNear(one.quantity, other.quantity) &&
    quantitiesDiffer(one.quantity, other.quantity) &&
    [one, other].every((value) => isAlone(value) && !tellsOfAnother(value.statement)) &&
    mayBeOfOneTime(one.statement, other.statement) &&
    mayBeOfOneOccasion(one.statement, other.statement) &&
    !haveOtherSpeakers(one, other) &&
    hasNoOtherNames(one.statement, other.statement) &&
    !hasNew(other.statement, limitsOf(other.statement), one.statement) &&
    !(
      isSummed(other.statement) && hasNew(one.statement, limitsOf(one.statement), other.statement)
    ) &&
    mayHaveOneCause(one, other),
  tellsBoth: (statement, { quantity: one }, { quantity: other }) =>
    hasBothCounts(statement, one, other),
  isReplaceable: true,
};

/** What became of people, by the verb that has them as its object or passive subject. */
const DONE: ReadonlyMap<string, string> = new Map([
  ['kill', 'dead'],
  ['injure', 'injured'],
  ['wound', 'injured'],
  ['hurt', 'injured'],
]);

/** The same, by the verb that has them as its subject. */
const SUFFERED: ReadonlyMap<string, string> = new Map([
  ['die', 'dead'],
  ['perish', 'dead'],
]);

/** The same, by an adjective or by the noun that is counted. */
const SAID: ReadonlyMap<string, string> = new Map([
  ['dead', 'dead'],
  ['killed', 'dead'],
  ['death', 'dead'],
  ['fatality', 'dead'],
  ['injured', 'injured'],
  ['wounded', 'injured'],
  ['hurt', 'injured'],
]);

const PEOPLE = /^(?:|person|people)$/u;

/** How far the word for what became of people may be from their number, in tokens. */
const REACH = 6;

/** What became of the people counted; `undefined` if that is not said, or if they are some of others. */
function fateOf(
  { figure, last, unit, described }: Quantity,
  statement: Statement,
): string | undefined {
  const { tokens, relations } = statement;
  const [state, ...others] = described;
  if (SAID.has(unit)) return state === undefined ? SAID.get(unit) : undefined;
  if (!PEOPLE.test(unit) || tokens[last + 1]?.lower === 'of') return undefined;
  if (state !== undefined) return others.length === 0 ? SAID.get(state) : undefined;
  const counted = unit === '' ? [figure, last] : [last + 1];
  for (const { kind, head, dependent } of relations) {
    if (!counted.includes(dependent)) continue;
    const fates = kind === 'object' ? DONE : kind === 'subject' ? SUFFERED : undefined;
    const fate = fates?.get(tokens[head]?.lemma ?? '');
    if (fate !== undefined) return fate;
  }
  // “In the crash 32 people were injured”
  const after = tokens.slice(last + 1, last + REACH).map(({ lower }) => lower);
  const said = after.find(
    (word, at) => SAID.has(word) && /^(?:were|was|are|been|left)$/u.test(after[at - 1] ?? ''),
  );
  if (said !== undefined) return SAID.get(said);
  const before = tokens.slice(Math.max(0, figure - REACH), figure);
  return unit === '' && before.some(({ lemma }) => lemma === 'toll') ? 'dead' : undefined;
}

/** True for the only such number in its sentence. */
function isAlone({ statement, of }: Casualties): boolean {
  return statement.quantities.filter((one) => fateOf(one, statement) === of).length === 1;
}

/** The least relatedness of words for one cause: “fire”, “blaze”. */
const SAME_CAUSE = 0.5;

/** False if the two name different causes: “the fire killed 12”, “the flood killed 14”. */
function mayHaveOneCause(one: Casualties, other: Casualties): boolean {
  const [causes, others] = [causesOf(one), causesOf(other)];
  return (
    causes.length === 0 ||
    others.length === 0 ||
    causes.some((at) =>
      others.some((to) => tokenRelatedness(one.statement, at, other.statement, to) >= SAME_CAUSE),
    )
  );
}

function causesOf({ statement, quantity: { first, figure, last } }: Casualties): readonly number[] {
  const subjects = clauseAround(statement, figure)?.subjects ?? [];
  return subjects.filter(
    (at) => (at < first || at > last + 1) && statement.tokens[at]?.lemma !== 'toll',
  );
}
