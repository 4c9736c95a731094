import { type Stretch, type Tokens, affinity, isInside } from '../alignment.js';
import type { Figure } from '../held.js';
import { opposed } from '../kinship.js';
import type { Statement } from '../statement.js';
import type { Term } from '../terms.js';
import { clauseAround } from './slot.js';

/** From here up two words are the same. */
const SAME_WORD = 0.6;

/** What a third and two thirds may lack of the whole, in per cent. */
const ROUNDING = 1;

/**
 * True where a claim may tell of the other part of a whole than the source: “two thirds were women” where
 * a third were men, “a third failed” where two thirds passed. `figure` is the claim's, `other` the source's.
 */
export function mayBeTheRest(
  figure: Figure,
  claim: Stretch,
  other: Figure,
  source: Statement,
): boolean {
  if (figure.kind !== 'share' || other.kind !== 'share') return false;
  const whole = Math.abs(figure.value + other.value - 100) <= ROUNDING;
  return isTurned(figure, claim, other, source) || (whole && saysOtherwise(figure, claim, source));
}

/**
 * True where a claim denies what the source does not, or the other way round, or has the opposite of a word of
 * the source: of the rest, what is told of some is turned too. `at` and `there` are the places in either
 * that are compared.
 */
export function isTurned(at: Tokens, claim: Stretch, there: Tokens, source: Statement): boolean {
  const denied = clauseAround(claim.statement, at.last)?.group.negated === true;
  if (denied !== (clauseAround(source, there.last)?.group.negated === true)) return true;
  const own = lemmasOf(claim.statement, claim.first, claim.last);
  const theirs = lemmasOf(source, 0, source.tokens.length - 1);
  if (own.has('against') !== theirs.has('against')) return true;
  const turned = [...theirs].filter((other) => !own.has(other));
  return [...own].some(
    (word) => !theirs.has(word) && !isCount(word) && turned.some((other) => opposed(word, other)),
  );
}

function lemmasOf({ tokens }: Statement, first: number, last: number): ReadonlySet<string> {
  return new Set(tokens.slice(first, last + 1).map(({ lemma }) => lemma.toLowerCase()));
}

/** Words of how many, which are what is compared. */
function isCount(word: string): boolean {
  return /^(?:all|every|each|most|many|much|more|few|fewer|less|some|several|no|none|majority|minority)$/u.test(
    word,
  );
}

/** True for a claim with a word, besides those at a place, that the source has in no form. */
export function saysOtherwise(figure: Tokens, claim: Stretch, source: Statement): boolean {
  return wordsOf(figure, claim).some((word) =>
    source.terms.every((term) => affinity(word, term) < SAME_WORD),
  );
}

function wordsOf({ first, last }: Tokens, claim: Stretch): readonly Term[] {
  return claim.statement.terms.filter(
    (term) => isInside(claim, term) && (term.last < first || term.first > last),
  );
}
