import { speechVerb } from '../../../lexicon/speechVerbs.js';
import { POSSIBLY_SAME_NAME, nameSimilarity } from './nameMatching.js';
import type { RelationClause } from './relations.js';
import type { ClaimSpan, Statement } from './statement.js';
import type { Term } from './terms.js';

/** The innermost clause around a token. */
export function clauseAround(statement: Statement, token: number): RelationClause | undefined {
  return statement.clauses.findLast(({ first, last }) => first <= token && token <= last);
}

/** True for a token of a clause that denies by its verb: “did not resign”. */
export function isInDenial(statement: Statement, token: number): boolean {
  return clauseAround(statement, token)?.group.negated === true;
}

/** True for a verb of saying: “said”, “told”. */
export function isSaying({ tokens }: Pick<Statement, 'tokens'>, token: number): boolean {
  return speechVerb(tokens[token]?.text ?? '') !== undefined;
}

/** The tokens that depend on another in one of these relations, in the order of the relations. */
export function dependentsOf(
  { relations }: Pick<Statement, 'relations'>,
  token: number,
  ...kinds: readonly string[]
): readonly number[] {
  return relations
    .filter(({ head, kind }) => head === token && kinds.includes(kind))
    .map(({ dependent }) => dependent);
}

/** The owners and name modifiers of a noun: “Peru” in “Peru's support”. */
export function ownersOf(statement: Statement, noun: number): readonly number[] {
  return dependentsOf(statement, noun, 'of', 'modifier');
}

/** The clauses whose verb is in a claim. */
export function relationClausesOf({
  statement,
  first,
  last,
}: ClaimSpan): readonly RelationClause[] {
  return statement.clauses.filter(({ head }) => head >= first && head <= last);
}

/** The name at a token, not the antecedent of a pronoun. */
export function nameAt(statement: Statement, token: number): Term | undefined {
  return termsAt(statement, token).find((term) => term.kind === 'name' && !term.resolved);
}

/** True if a sentence has a name, or a pronoun for it. */
export function hasName({ terms }: Statement, name: Term): boolean {
  return terms.some(
    (term) => term.kind === 'name' && nameSimilarity(name, term) >= POSSIBLY_SAME_NAME,
  );
}

/** The text of a range of tokens. */
export function slotWordsOf(
  { tokens }: Pick<Statement, 'tokens'>,
  first: number,
  last: number,
): string {
  let text = '';
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const gap = at > first && token.start > (tokens[at - 1]?.end ?? 0);
    text += (gap ? ' ' : '') + token.text;
  }
  return text;
}

/** The terms at a token, antecedents of pronouns included. */
export function termsAt(statement: Statement, token: number): readonly Term[] {
  return statement.terms.filter((term) => term.first <= token && token <= term.last);
}

/** True if a token is the subject of one of a sentence's clauses. */
export function isSubjectToken(statement: Statement, token: number): boolean {
  return statement.clauses.some(({ subjects }) => subjects.includes(token));
}
