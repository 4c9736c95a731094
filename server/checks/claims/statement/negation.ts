import { isNegativeWord } from '../../../lexicon/functionWords.js';
import type { RelationClause } from './relations.js';
import type { Statement } from './statement.js';
import { clauseAround, isSaying } from './statementQueries.js';

/** True for a clause that denies something. */
export function isNegated(statement: Statement, clause: RelationClause): boolean {
  if (clause.group.negated) return true;
  // “Libraries will not close, she said” denies what is said, not that she said it.
  const says = isSaying(statement, clause.head);
  let opening = says ? Math.min(clause.group.first, ...clause.subjects) : clause.first;
  // “No doctor was dismissed”
  while (says && /^(?:DET|ADJ|NUM)$/u.test(statement.tokens[opening - 1]?.tag ?? '')) opening--;
  for (let at = opening; at <= clause.last; at++) {
    const token = statement.tokens[at];
    const denies =
      (isNegativeWord(token) &&
        !opensAside(statement, at) &&
        !opensContrast(statement, clause, at)) ||
      // “has yet to decide”
      (token?.lower === 'yet' && statement.tokens[at + 1]?.lemma === 'to');
    if (denies && clauseAround(statement, at) === clause) return true;
  }
  return false;
}

/**
 * True for “no” that opens an aside without a verb, in brackets or after a name: “Ada Roe, no relation to the founder, joined”
 * does not deny that she did.
 */
function opensAside({ tokens }: Statement, at: number): boolean {
  if (tokens[at]?.lower !== 'no') return false;
  const [name, mark] = [tokens[at - 2], tokens[at - 1]?.text ?? ''];
  if (/^[([]$/u.test(mark)) return true;
  if (!/^[,—–]$/u.test(mark) || name?.tag !== 'PROPN') return false;
  for (const { kind, tag } of tokens.slice(at + 1)) {
    if (kind === 'punctuation') break;
    // “They thanked Roe, no vote was taken.”
    if (tag === 'VERB' || tag === 'AUX') return false;
  }
  return true;
}

/** True for “not” before what is excluded: “paid for by the parents, not the council” does not deny the payment. */
function opensContrast({ tokens }: Statement, { group }: RelationClause, at: number): boolean {
  return (
    at > group.last &&
    tokens[at]?.lower === 'not' &&
    /^(?:,|and|but|[—–])$/u.test(tokens[at - 1]?.lower ?? '')
  );
}
