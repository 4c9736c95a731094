import type { Quantity } from '../../../values/figures.js';
import type { Statement } from '../statement/statement.js';
import { clauseAround, termsAt } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';

/** How far before an age its name may be, in tokens: “Roe, 47”, “Roe, the former mayor, 47”. */
const BESIDE = 2;

/** The person whose age a figure is: the name next to it, or the subject of its clause. */
export function personOf(age: Quantity, statement: Statement): Term | undefined {
  if (age.kind !== 'age') return undefined;
  const names = statement.terms.filter(
    ({ kind, entity }) => kind === 'name' && (entity === undefined || entity.kind === 'person'),
  );
  const before = names.findLast(({ last }) => last < age.first && age.first - last <= BESIDE);
  if (before !== undefined && statement.tokens[age.first - 1]?.text === ',') return before;
  const named = namedAfter(age, statement);
  if (named >= 0) return names.find(({ first }) => first === named);
  const { subjects = [], group, head = -1 } = clauseAround(statement, age.first) ?? {};
  if (subjects.length !== 1 || group?.negated === true) return undefined;
  return isOwn(age, head, statement)
    ? names.find((name) => subjects.some((at) => isAt(statement, at, name)))
    : undefined;
}

/** How many tokens may describe somebody between age and name: “the 47-year-old shift worker Ida Roe”. */
const DESCRIPTION = 3;

/** The token of a name after “47-year-old”; -1 if there is none. */
function namedAfter({ last }: Quantity, { tokens, terms }: Statement): number {
  const old = tokens.findIndex(({ lower }, at) => at > last && at <= last + 4 && lower === 'old');
  if (old < 0 || tokens[old - 1]?.text !== '-') return -1;
  for (let at = old + 1; at <= old + 1 + DESCRIPTION; at++) {
    if (terms.some(({ kind, first }) => kind === 'name' && first === at)) return at;
    if (!/^(?:NOUN|ADJ)$/u.test(tokens[at]?.tag ?? '')) return -1;
  }
  return -1;
}

/**
 * True for the present or last age of the subject: “she is 47”, “she died at the age of 47”; false
 * for “he met a 27-year-old”, “moved at the age of 19” and “was 19 when she moved”.
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
