import { type Stretch, isInside } from './alignment.js';
import type { Witness } from './evidence.js';
import { nameLikeness } from './names.js';
import type { Statement } from './statement.js';
import type { Term } from './terms.js';

/** Where something is or goes. */
const INSIDE = new Set('in near across outside inside around into through'.split(' '));
/** Where a name may stand that is a place. */
const ANYWHERE = new Set([...INSIDE, ...'at to from of on over'.split(' ')]);

/** From here up two names are one. */
const SAME_NAME = 0.5;

/**
 * How many names of a claim are in a place's part (“in X”) that the sources have, no desk knows as a
 * place, and no source sentence has in such a part: most likely a name that was put for another.
 */
export function misplacedIn(claim: Stretch, witnesses: readonly Witness[]): number {
  return claim.statement.terms.filter(
    (term) =>
      isInside(claim, term) &&
      mayBeMisplaced(term) &&
      isIn(claim.statement, term, INSIDE) &&
      isNoPlaceIn(term, witnesses),
  ).length;
}

/** What one can be in that is no place. */
const TAKEN_PART_IN =
  /\b(?:championships?|cup|league|games|open|series|tour|trophy|prix|festival|olympics|paralympics|masters|derby|division|conference|premiership|parliament|assembly|senate|congress|commons|cabinet)$/u;

function mayBeMisplaced({ kind, word, resolved, place, entity }: Term): boolean {
  if (kind !== 'name' || resolved || place !== undefined) return false;
  return entity?.kind !== 'place' && !TAKEN_PART_IN.test(word);
}

function isIn(
  { relations }: Statement,
  { first, last }: Term,
  prepositions: ReadonlySet<string>,
): boolean {
  return relations.some(
    ({ kind, dependent }) => first <= dependent && dependent <= last && prepositions.has(kind),
  );
}

function isNoPlaceIn(name: Term, witnesses: readonly Witness[]): boolean {
  const mentions = witnesses.flatMap(({ statement }) =>
    statement.terms
      .filter((term) => term.kind === 'name' && !term.resolved)
      .filter((term) => nameLikeness(name, term) >= SAME_NAME)
      .map((term) => isIn(statement, term, ANYWHERE)),
  );
  return mentions.length > 0 && !mentions.includes(true);
}
