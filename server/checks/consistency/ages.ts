import { personOf } from '../claims/compare/ages.js';
import { nameSimilarity } from '../claims/statement/nameMatching.js';
import type { Quantity } from '../../values/figures.js';
import { quantitiesDiffer } from '../../values/figureComparison.js';
import type { Statement } from '../claims/statement/statement.js';
import type { Term } from '../claims/statement/terms.js';
import { memoize } from '../../prose/memoize.js';
import type { Comparison, StatedValue } from './statedValue.js';

/** The age of a named person. */
interface Age extends StatedValue {
  readonly quantity: Quantity;
  readonly person: Term;
}

/** The least similarity of two names of one person. */
const SAME_PERSON = 0.9;

/** The ages of one person, without those at another time: “in 1998 Oduya, 21, was a clerk”. */
export const AGES: Comparison<Age> = {
  valuesIn: memoize((statement: Statement) =>
    statement.quantities.flatMap((quantity) => {
      const { figure: at, bound, value } = quantity;
      const person = personOf(quantity, statement);
      if (person === undefined || person.resolved || bound !== 'exact') return [];
      if (isOfAnotherTime(quantity, statement)) return [];
      const of = person.word.split(' ').at(-1) ?? '';
      return [{ statement, of, value: String(value), first: at, last: at, quantity, person }];
    }),
  ),
  excludes: ({ quantity, person }, { quantity: otherQuantity, person: other }) =>
    quantitiesDiffer(quantity, otherQuantity) && isOnePerson(person, other),
  tellsBoth: ({ quantities }, { quantity: one }, { quantity: other }) =>
    [one, other].every(({ value }) =>
      quantities.some((age) => age.kind === 'age' && age.value === value),
    ),
  isReplaceable: true,
};

/** True for an age after a year or a time ago. */
function isOfAnotherTime({ first }: Quantity, { dates }: Statement): boolean {
  return dates.some(
    ({ kind, value, last }) =>
      last < first && (kind === 'year' || (kind === 'relative' && value !== 0)),
  );
}

/** True for a full name twice, or for it and its surname, unless others share that. */
function isOnePerson(one: Term, other: Term): boolean {
  if (one.others !== undefined || other.others !== undefined) return false;
  if (nameSimilarity(one, other) >= SAME_PERSON) return true;
  const [short, full] = one.word.includes(' ') ? [other.word, one.word] : [one.word, other.word];
  return !short.includes(' ') && full.endsWith(` ${short}`);
}
