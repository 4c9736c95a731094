import type { Statement } from '../statement/statement.js';

/** What is numbered in a sentence, and the words around it. */
type Numbered = Pick<Statement, 'quantities' | 'tokens'>;

/**
 * False if one of two sentences numbers something that the other does not number alike: “the second vote” is no
 * occasion of “the third vote”, and need not be that of “the vote”.
 */
export function mayBeOfOneOccasion(one: Numbered, other: Numbered): boolean {
  return isNumberedAlike(one, other) && isNumberedAlike(other, one);
}

function isNumberedAlike({ quantities }: Numbered, other: Numbered): boolean {
  return quantities.every(
    ({ kind, unit, value }) =>
      kind !== 'rank' ||
      unit === '' ||
      !other.tokens.some(({ lemma }) => lemma === unit) ||
      other.quantities.some(
        (rank) => rank.kind === 'rank' && rank.unit === unit && rank.value === value,
      ),
  );
}
