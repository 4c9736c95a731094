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

/** What a sentence says of when it was so. */
type Timed = Pick<Statement, 'dates' | 'tokens'>;

/** Times farther back than this, in days, belong to another round of an event, not to an earlier day of the same one. */
const WEEK = 7;

/** Words for the round of an event before this one: “the previous walk”. */
const BEFORE = /^(?:previous|preceding)$/u;

/**
 * True unless one of two sentences mentions a year, a time a week ago or more, or a round before this one, and the
 * other does not: “last year 4,100 came” is no news of those who came this year.
 */
export function areOfOnePeriod(one: Timed, other: Timed): boolean {
  return periodOf(one) === periodOf(other);
}

function periodOf({ dates, tokens }: Timed): string {
  const periods = dates
    .filter(
      ({ kind, value }) => kind === 'year' || (kind === 'relative' && Math.abs(value) >= WEEK),
    )
    .map(({ kind, value }) => `${kind} ${value}`);
  const isBefore = tokens.some(({ lower }) => BEFORE.test(lower));
  return [...periods, ...(isBefore ? ['before'] : [])].join();
}
