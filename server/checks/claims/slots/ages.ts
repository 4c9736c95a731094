import { isUnreliable } from '../../unreliable.js';
import { nameLikeness } from '../names.js';
import { type Quantity, compareQuantities } from '../numbers.js';
import { type Statement, termsAt } from '../statement.js';
import type { Term } from '../terms.js';
import { type Conflict, type Hearing, clauseAround, slotWordsOf } from './slot.js';

/** From here up two names are one person's. */
const SAME_PERSON = 0.9;

/** How far before an age the noun stands that it is told of, in tokens: “Roe, 47”, “Roe, the former mayor, 47”. */
const BESIDE = 2;

/**
 * A person's age that the sources give otherwise, whatever else is told: “Roe, 74, said” where they have
 * “Roe, 47, lives”.
 */
export function differingAges({ claim, witnesses }: Hearing): readonly Conflict[] {
  return claim.statement.quantities.flatMap((age): readonly Conflict[] => {
    if (age.first < claim.first || age.last > claim.last) return [];
    const person = personOf(age, claim.statement);
    if (person === undefined || person.resolved) return [];
    const tellings = witnesses.flatMap((witness) =>
      agesOf(person, witness.statement).map((other) => ({ witness, other })),
    );
    const [telling] = tellings.filter(({ witness }) => !isUnreliable(witness.fact));
    if (telling === undefined || !tellings.every(({ other }) => differ(age, other))) return [];
    const source = telling.witness.statement;
    const told = slotWordsOf(source, telling.other.first, telling.other.last);
    const { first, last } = age;
    return [{ slot: 'age', first, last, told, replacement: told, witness: telling.witness }];
  });
}

function differ(one: Quantity, other: Quantity): boolean {
  return compareQuantities(one, other) === 'differs';
}

function agesOf(person: Term, source: Statement): readonly Quantity[] {
  return source.quantities.filter((age) => {
    const other = personOf(age, source);
    return other !== undefined && nameLikeness(person, other) >= SAME_PERSON;
  });
}

/** Whose age a figure is: of the name right before or after it, or of its clause's subject. */
function personOf(age: Quantity, statement: Statement): Term | undefined {
  if (age.kind !== 'age') return undefined;
  const names = statement.terms.filter(
    ({ kind, entity }) => kind === 'name' && (entity === undefined || entity.kind === 'person'),
  );
  const before = names.findLast(({ last }) => last < age.first && age.first - last <= BESIDE);
  if (before !== undefined && statement.tokens[age.first - 1]?.text === ',') return before;
  const { subjects = [], group, head = -1 } = clauseAround(statement, age.first) ?? {};
  if (subjects.length !== 1 || group?.negated === true) return undefined;
  return isOwn(age, head, statement)
    ? names.find((name) => subjects.some((at) => isAt(statement, at, name)))
    : undefined;
}

/**
 * True for an age that the subject of its clause has now or had last: “she is 47”, “she died at the age of
 * 47”. “He met a 27-year-old” is another's; “moved at the age of 19” and “was 19 when she moved” are of then.
 */
function isOwn({ first, last }: Quantity, head: number, { tokens }: Statement): boolean {
  if (/^(?:when|while|as|at|then)$/iu.test(tokens[last + 1]?.text ?? '')) return false;
  const before = tokens[first - 1]?.lemma ?? '';
  const atAge = tokens[first - 2]?.lemma === 'age' ? (tokens[head]?.lemma ?? '') : '';
  return OWN.test(before) || OWN.test(atAge);
}

const OWN = /^(?:be|die|turn)$/u;

function isAt(statement: Statement, token: number, name: Term): boolean {
  return termsAt(statement, token).includes(name);
}
