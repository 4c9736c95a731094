import { wordSet } from '../../lexicon/wordSet.js';
import type { ClaimSpan } from './claimSpan.js';
import type { EvidenceSentence } from './evidenceRetriever.js';
import { nameSimilarity } from './nameMatching.js';
import type { Statement } from './statement.js';
import type { Term } from './terms.js';
import { overlapsRange } from './tokenRange.js';

/** Prepositions of place. */
const INSIDE = wordSet('in near across outside inside around into through');
/** Prepositions that a place name may follow. */
const ANYWHERE = new Set([...INSIDE, ...'at to from of on over'.split(' ')]);

/** The least similarity of two names for the same thing. */
const SAME_NAME = 0.5;

/**
 * How many names of a claim are used as places (“in X”) although they are not well-known places and
 * the sources, which have them, never use them so: most likely a name put for another.
 */
export function misplacedNamesIn(claim: ClaimSpan, evidence: readonly EvidenceSentence[]): number {
  return claim.statement.terms.filter(
    (term) =>
      overlapsRange(claim, term) &&
      mayBeMisplaced(term) &&
      isIn(claim.statement, term, INSIDE) &&
      isNoPlaceIn(term, evidence),
  ).length;
}

/** Things that one can be “in” and that are not places. */
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

function isNoPlaceIn(name: Term, evidence: readonly EvidenceSentence[]): boolean {
  const mentions = evidence.flatMap(({ statement }) =>
    statement.terms
      .filter((term) => term.kind === 'name' && !term.resolved)
      .filter((term) => nameSimilarity(name, term) >= SAME_NAME)
      .map((term) => isIn(statement, term, ANYWHERE)),
  );
  return mentions.length > 0 && !mentions.includes(true);
}
