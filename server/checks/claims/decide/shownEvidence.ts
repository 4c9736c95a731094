import type { ClaimContext } from '../align/claimContext.js';
import { termRelatedness } from '../align/termAlignment.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isSaying, ownersOf, relationClausesOf, termsAt } from '../statement/statementQueries.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { refersBack } from './nearCopy.js';
import type { Support } from './support.js';

/** What is known of a claim and the sentences that it is compared with. */
type MatchedClaim = Pick<ClaimContext, 'claim' | 'evidence'> & Pick<Support, 'rows'>;

/** The least match of a word that counts as found. */
const FOUND = 0.6;

/** How many shared words and figures show that it is the same event, if the claim does not name its subject and if it does. */
const TELLING = 2;
const MANY = 3;

/**
 * True for a sentence worth showing with a claim that it neither supports nor contradicts: it has the claim's subject
 * and one more of its content words or figures, or three of these, or two if the subject of either is a pronoun, or the
 * claim has none.
 */
export function isWorthShowing(
  { claim, evidence, rows }: MatchedClaim,
  sentence: EvidenceSentence,
): boolean {
  const { statement } = claim;
  const heads = subjectsOf(claim);
  const subject = contentTermsAt(claim, heads);
  const phrases = heads.flatMap((at) => [...phraseTo(statement, at), ...ownersOf(statement, at)]);
  const terms = statement.terms.filter((term) => overlapsRange(claim, term));
  // The terms are the first items of a row.
  const found = (rows[evidence.indexOf(sentence)] ?? []).filter(
    ({ match, weight, resolved }, at) =>
      match >= FOUND &&
      weight > LIGHT_WEIGHT &&
      !resolved &&
      !phrases.some((token) => isAt(token, terms[at])),
  );
  if (found.length >= MANY) return true;
  if (found.length >= TELLING && subject.every(({ resolved }) => resolved)) return true;
  if (found.length >= TELLING && refersBack(sentence.statement)) return true;
  const hasSubject = subject.some((term) =>
    sentence.statement.terms.some((other) => termRelatedness(term, other) >= FOUND),
  );
  return hasSubject && found.length > 0;
}

/** The tokens that a claim is about: the subjects of its clauses, and of “she said” only if there is no other. */
function subjectsOf(claim: ClaimSpan): readonly number[] {
  const clauses = relationClausesOf(claim);
  const asserting = clauses.filter(({ head }) => !isSaying(claim.statement, head));
  return (asserting.length > 0 ? asserting : clauses).flatMap(({ subjects }) => subjects);
}

/** A noun and the words right before it that describe it: “harbour master”. */
function phraseTo({ tokens }: Statement, noun: number): readonly number[] {
  const phrase = [noun];
  for (let at = noun - 1; /^(?:ADJ|NOUN|PROPN)$/u.test(tokens[at]?.tag ?? ''); at--)
    phrase.push(at);
  return phrase;
}

/** The names and nouns at some tokens, antecedents of pronouns included; none that any sentence may have. */
function contentTermsAt(claim: ClaimSpan, tokens: readonly number[]): readonly Term[] {
  return tokens
    .flatMap((at) => termsAt(claim.statement, at))
    .filter((term) => term.weight > LIGHT_WEIGHT && overlapsRange(claim, term));
}

function isAt(token: number, term: Term | undefined): boolean {
  return term !== undefined && term.first <= token && token <= term.last;
}
