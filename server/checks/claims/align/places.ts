import { wordSet } from '../../../lexicon/wordSet.js';
import type { Entity } from '../../../reference/model.js';
import type { Statement } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';

/** A place of an organisation or event that differs from the sources. */
export interface PlaceMismatch {
  readonly first: number;
  readonly last: number;
  readonly expected: string;
  readonly of: Entity;
}

const SEAT_WORDS = wordSet('base seat headquarters headquarter locate situate home based');

/** Places in a claim that differ from an organisation's seat in the sources. */
export function placeMismatches(
  statement: Statement,
  first: number,
  last: number,
): readonly PlaceMismatch[] {
  const conflicts: PlaceMismatch[] = [];
  for (const place of statement.terms) {
    if (place.first < first || place.last > last || place.resolved || place.demonym) continue;
    if (!isPlace(place) || !/^(?:in|at)$/iu.test(statement.tokens[place.first - 1]?.text ?? ''))
      continue;
    const body = bodyBefore(statement, place);
    if (body?.seat === undefined || isSame(place, body.seat)) continue;
    conflicts.push({ first: place.first, last: place.last, expected: body.seat, of: body });
  }
  return conflicts;
}

function isPlace(term: Term): boolean {
  return term.kind === 'name' && (term.entity === undefined || term.entity.kind === 'place');
}

function isSame(place: Term, seat: string): boolean {
  const name = place.entity?.name.toLowerCase() ?? place.word;
  return (
    name === seat.toLowerCase() ||
    place.word === seat.toLowerCase() ||
    place.entity?.seat?.toLowerCase() === seat.toLowerCase() ||
    seat.toLowerCase().includes(name)
  );
}

/**
 * The organisation that “in X” locates: the one right before it, or the one said to be based there.
 */
function bodyBefore(statement: Statement, place: Term): Entity | undefined {
  const beside = statement.terms.find(
    (term) =>
      term.last === place.first - 2 &&
      term.kind === 'name' &&
      !term.resolved &&
      term.entity?.kind === 'body',
  );
  if (beside?.entity !== undefined) return beside.entity;
  const clause = statement.clauses.findLast(
    ({ first, last }) => first <= place.first && place.first <= last,
  );
  if (clause === undefined || clause.group.negated) return undefined;
  const seated = statement.tokens
    .slice(clause.first, place.first)
    .some(({ lemma }) => SEAT_WORDS.has(lemma));
  const onlyBe = clause.group.copula && clause.head === place.first - 2;
  if (!seated && !onlyBe) return undefined;
  const [subject] = clause.subjects;
  return statement.terms.find(
    (term) =>
      subject !== undefined &&
      term.first <= subject &&
      subject <= term.last &&
      term.entity?.kind === 'body',
  )?.entity;
}
