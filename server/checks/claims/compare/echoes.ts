import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { POSSIBLY_SAME_NAME, nameSimilarity } from '../statement/nameMatching.js';
import type { Statement } from '../statement/statement.js';
import { hasName } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';

/** Words that extend a statement to somebody else: “and so did Doe”, “Doe met the same fate”. */
const ECHOES = /^(?:so|too|also|likewise|neither|nor|same|both|concur)$/u;
/** Verbs of agreeing with a speaker. */
const ASSENT = /^(?:agree|confirm|echo|concur|share|back|support|second|repeat)$/u;

/**
 * True if a sentence may say of a name what the sources say of another: “and so did Doe”, “Doe on
 * Tuesday”.
 */
export function mayApplyToo(name: Term, evidence: readonly EvidenceSentence[]): boolean {
  return evidence.some(
    ({ statement }) => names(statement, name, ECHOES) || isLeftOver(statement, name),
  );
}

/** True if a sentence may say that somebody agreed with a speaker: “Doe agreed”. */
export function agrees(name: Term, evidence: readonly EvidenceSentence[]): boolean {
  return evidence.some(({ statement }) => names(statement, name, ASSENT));
}

function names(statement: Statement, name: Term, beside: RegExp): boolean {
  return hasName(statement, name) && statement.tokens.some(({ lemma }) => beside.test(lemma));
}

/**
 * True for a name without its verb after a comma or “and”: “Roe was held on Monday, Doe on
 * Tuesday”.
 */
function isLeftOver({ tokens, terms, clauses }: Statement, name: Term): boolean {
  return terms.some(
    (term) =>
      term.kind === 'name' &&
      nameSimilarity(name, term) >= POSSIBLY_SAME_NAME &&
      /^(?:,|;|and)$/u.test(tokens[term.first - 1]?.text ?? '') &&
      /^(?:on|in|at|by|for|with|from|once|twice|\d+)$/iu.test(tokens[term.last + 1]?.text ?? '') &&
      !clauses.some(({ subjects }) => subjects.some((at) => term.first <= at && at <= term.last)),
  );
}
