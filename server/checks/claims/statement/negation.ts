import { isNegativeWord } from '../../../lexicon/functionWords.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import type { RelationClause } from './relations.js';
import type { Statement } from './statement.js';
import { clauseAround } from './statementQueries.js';

/** True for a clause that denies something. */
export function isNegated(statement: Statement, clause: RelationClause): boolean {
  if (clause.group.negated) return true;
  // “Libraries will not close, she said” denies what is said, not that she said it.
  const says = speechVerb(statement.tokens[clause.head]?.text ?? '') !== undefined;
  let opening = says ? Math.min(clause.group.first, ...clause.subjects) : clause.first;
  // “No doctor was dismissed”
  while (says && /^(?:DET|ADJ|NUM)$/u.test(statement.tokens[opening - 1]?.tag ?? '')) opening--;
  for (let at = opening; at <= clause.last; at++) {
    const token = statement.tokens[at];
    const denies =
      (isNegativeWord(token) &&
        !opensRelative(statement, at) &&
        !opensContrast(statement, clause, at)) ||
      // “has yet to decide”
      (token?.lower === 'yet' && statement.tokens[at + 1]?.lemma === 'to');
    if (denies && clauseAround(statement, at) === clause) return true;
  }
  return false;
}

/**
 * True for “none of which”: “They paid a million, none of which was seen again” does not deny the
 * payment.
 */
function opensRelative({ tokens }: Statement, at: number): boolean {
  return tokens[at + 1]?.lemma === 'of' && /^(?:which|whom)$/iu.test(tokens[at + 2]?.text ?? '');
}

/** True for “not” before what is excluded: “paid for by the parents, not the council” does not deny the payment. */
function opensContrast({ tokens }: Statement, { group }: RelationClause, at: number): boolean {
  return (
    at > group.last &&
    tokens[at]?.lower === 'not' &&
    /^(?:,|and|but|[—–])$/u.test(tokens[at - 1]?.lower ?? '')
  );
}
