import { type Stretch, affinity, isInside } from './alignment.js';
import type { Witness } from './evidence.js';
import { opposed } from './kinship.js';
import { clauseAround } from './slots/slot.js';
import type { Statement } from './statement.js';
import { LIGHT, type Term } from './terms.js';

/** From here up a word is met. */
const MET = 0.5;

/** Two sides of one deal or one bond: what one buys another sells. */
const TWO_SIDES =
  /^(?:buy(?:er)?|purchase|acquire|sell(?:er)?|sale|husband|wife|employer|employee|lend(?:er)?|borrow(?:er)?|import|export)$/u;

/** How near two words stand that belong together without a relation, in tokens. */
const NEAR = 4;

/**
 * How many words of a claim a source contradicts with their opposite: it has that, and never the word
 * itself, with what the claim has the word with (“taxes rise”, “taxes will fall”). Cannot throw.
 */
export function oppositesIn(claim: Stretch, witnesses: readonly Witness[]): number {
  const { statement } = claim;
  const own = statement.terms.filter((term) => isInside(claim, term) && term.weight > LIGHT);
  return own.filter((term) => {
    if (term.kind === 'name') return false;
    const opposite = (other: Term): boolean =>
      other.kind !== 'name' &&
      opposed(term.word, other.word) &&
      !(TWO_SIDES.test(term.word) && TWO_SIDES.test(other.word));
    if (!witnesses.some(({ statement: source }) => source.terms.some(opposite))) return false;
    const company = own.filter((other) => other !== term && together(statement, term, other));
    const denied = isDenied(statement, term);
    const stands = (fits: (other: Term) => boolean, turned: boolean): boolean =>
      witnesses.some(({ statement: source }) =>
        standsWith(
          source,
          (other) => fits(other) && (isDenied(source, other) === denied) === !turned,
          company,
        ),
      );
    const same = (other: Term): boolean => affinity(term, other) >= MET;
    // “Does not rise” is no opposite of “falls”.
    return stands(opposite, false) && !stands(same, false) && !stands(opposite, true);
  }).length;
}

function isDenied(statement: Statement, { last }: Term): boolean {
  return clauseAround(statement, last)?.group.negated === true;
}

/** True where a source has a fitting word together with something of the company. */
function standsWith(
  source: Statement,
  fits: (term: Term) => boolean,
  company: readonly Term[],
): boolean {
  const known = source.terms.filter((term) => company.some((one) => affinity(one, term) >= MET));
  return source.terms.some(
    (term) => fits(term) && known.some((other) => other !== term && together(source, term, other)),
  );
}

function together({ relations }: Statement, a: Term, b: Term): boolean {
  if (Math.max(b.first - a.last, a.first - b.last) <= NEAR) return true;
  return relations.some(
    ({ head, dependent }) =>
      (covers(a, head) && covers(b, dependent)) || (covers(b, head) && covers(a, dependent)),
  );
}

function covers({ first, last }: Term, token: number): boolean {
  return first <= token && token <= last;
}
