import type { Figure } from '../align/grounding.js';
import { areAntonyms } from '../words/lexicalRelations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isInDenial } from '../statement/statementQueries.js';
import { termRelatedness } from '../align/termAlignment.js';
import type { Term } from '../statement/terms.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';

/** The least relatedness of two words for one thing. */
const SAME_WORD = 0.6;

/** The tolerance of complementary shares, in percentage points. */
const ROUNDING = 1;

/**
 * True if a claim's share may be the complement of the source's: “two thirds were women” for a
 * third men, “a third failed” for two thirds passed. `figure` is the claim's, `other` the source's.
 */
export function mayBeComplement(
  figure: Figure,
  claim: ClaimSpan,
  other: Figure,
  source: Statement,
): boolean {
  if (figure.kind !== 'share' || other.kind !== 'share') return false;
  const whole = Math.abs(figure.value + other.value - 100) <= ROUNDING;
  return (
    isReversed(figure, claim, other, source) || (whole && hasUnmatchedWord(figure, claim, source))
  );
}

/**
 * True if exactly one of claim and source denies, or if the claim has an antonym of a source word:
 * the complement reverses what is said. `at` and `there` are the compared places.
 */
export function isReversed(
  at: TokenRange,
  claim: ClaimSpan,
  there: TokenRange,
  source: Statement,
): boolean {
  if (isInDenial(claim.statement, at.last) !== isInDenial(source, there.last)) return true;
  const own = lemmasOf(claim.statement, claim.first, claim.last);
  const theirs = lemmasOf(source, 0, source.tokens.length - 1);
  if (own.has('against') !== theirs.has('against')) return true;
  const turned = [...theirs].filter((other) => !own.has(other));
  return [...own].some(
    (word) =>
      !theirs.has(word) && !isCount(word) && turned.some((other) => areAntonyms(word, other)),
  );
}

function lemmasOf({ tokens }: Statement, first: number, last: number): ReadonlySet<string> {
  return new Set(tokens.slice(first, last + 1).map(({ lemma }) => lemma.toLowerCase()));
}

/** True for quantifiers, which are themselves compared. */
function isCount(word: string): boolean {
  return /^(?:all|every|each|most|many|much|more|few|fewer|less|some|several|no|none|majority|minority)$/u.test(
    word,
  );
}

/** True if a claim has a word outside a place that the source does not have in any form. */
export function hasUnmatchedWord(figure: TokenRange, claim: ClaimSpan, source: Statement): boolean {
  return wordsOf(figure, claim).some((word) =>
    source.terms.every((term) => termRelatedness(word, term) < SAME_WORD),
  );
}

function wordsOf({ first, last }: TokenRange, claim: ClaimSpan): readonly Term[] {
  return claim.statement.terms.filter(
    (term) => overlapsRange(claim, term) && (term.last < first || term.first > last),
  );
}
