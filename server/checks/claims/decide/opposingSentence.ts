import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';
import { isUnreliable } from '../../unreliable.js';
import { relatedShareOf, termRelatedness } from '../align/termAlignment.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { LIGHT_WEIGHT } from '../statement/terms.js';
import { denialsIn, said } from './nearCopy.js';

/** The least relatedness of two words for one act or thing. */
const RELATED = 0.6;

/**
 * The reliable sentence that is shown against a claim: the closest of those that deny one of the words at issue where the
 * claim does not, or the other way round; `undefined` if there is none.
 */
export function opposingSentence(
  claim: ClaimSpan,
  issue: TokenRange,
  sentences: readonly EvidenceSentence[],
  rarity: (word: string) => number,
): EvidenceSentence | undefined {
  const isDenial = denialsIn(said(claim)) > 0;
  const [opposing] = sentences
    .filter(
      ({ fact, statement }) =>
        !isUnreliable(fact) &&
        denialsIn(statement.tokens) > 0 !== isDenial &&
        hasWordOf(issue, claim, statement),
    )
    .map((sentence) => ({ sentence, share: relatedShareOf(claim, sentence.statement, rarity) }))
    .sort((one, other) => other.share - one.share);
  return opposing?.sentence;
}

/** True if a sentence has a word at issue, or a related one. */
function hasWordOf(issue: TokenRange, { statement }: ClaimSpan, sentence: Statement): boolean {
  return statement.terms
    .filter((term) => overlapsRange(issue, term) && term.weight > LIGHT_WEIGHT && !term.resolved)
    .some((term) => sentence.terms.some((other) => termRelatedness(term, other) >= RELATED));
}
