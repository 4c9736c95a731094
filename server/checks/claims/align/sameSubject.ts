import { figuresOf, hasFigure } from './grounding.js';
import type { RelationClause } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { clauseAround, ownersOf, termsAt } from '../statement/statementQueries.js';
import { bestMatch } from './termAlignment.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';
import type { SlotMismatch } from './claimContext.js';

/**
 * The fewest words, names and figures that claim and evidence must share if the subject is a pronoun, if a
 * figure or name is the subject, and if there is no sentence, as in a dateline or a table.
 */
const FEWEST_SHARED = { pronoun: 1, difference: 2, none: 3 } as const;

/** The least likeness of a word or name of a source that is the claim's. */
const SAME = 0.5;

/**
 * True if the source of a mismatch names the subject of what the claim says there. What a source says
 * of one thing does not contradict what a draft says of another.
 */
export function isSameSubject(mismatch: SlotMismatch, claim: ClaimSpan): boolean {
  const { statement } = claim;
  const source = mismatch.evidence.statement;
  // The row of a table names what it counts, seldom whose it is (“the board had 14 boats”).
  const isRow = source.clauses.length === 0;
  const subject = subjectTerms(statement, mismatch).filter(({ kind }) => !isRow || kind === 'name');
  if (subject.length > 0) return namesAll(subject, source);
  // If the subject itself differs or there is none, more has to tell that it is the same event.
  const heads = clauseWithSubject(statement, mismatch.first)?.subjects;
  // “Everything was agreed” has no figure or name that may be another's.
  const names = statement.terms.filter((term) => term.kind === 'name');
  const differs = [...statement.quantities, ...names].some((one) => overlapsRange(one, mismatch));
  const kind = heads === undefined ? 'none' : differs ? 'difference' : 'pronoun';
  const shared = statement.terms.filter(
    (term) => overlapsRange(term, claim) && term.weight > LIGHT_WEIGHT,
  );
  const figures = figuresOf(claim).filter((figure) => hasFigure(source, figure));
  return countIn(source, shared) + figures.length >= FEWEST_SHARED[kind];
}

/**
 * True if the source of a mismatch has every name of the subject of what the claim says there, and does not tell it of
 * somebody else by name. `value` is the source's value.
 */
export function hasNamesOfSubject(
  { evidence: { statement: source }, ...place }: SlotMismatch,
  value: TokenRange,
  { statement }: ClaimSpan,
): boolean {
  const subject = subjectTerms(statement, place);
  if (subject.some((term) => term.kind === 'name' && !isIn(source, term))) return false;
  if (subject.length === 0 || countIn(source, subject) > 0) return true;
  return subjectTerms(source, value).every(({ kind }) => kind !== 'name');
}

/** True if a source has every name among the terms, and one of the terms. */
function namesAll(terms: readonly Term[], source: Statement): boolean {
  return (
    terms.every((term) => term.kind !== 'name' || isIn(source, term)) && countIn(source, terms) > 0
  );
}

function countIn(source: Statement, terms: readonly Term[]): number {
  return terms.filter((term) => isIn(source, term)).length;
}

function isIn(source: Statement, term: Term): boolean {
  return (bestMatch(term, source)?.likeness ?? 0) >= SAME;
}

/** The names and nouns of the subject of the clause in which a claim differs, without those that differ. */
function subjectTerms(statement: Statement, difference: TokenRange): readonly Term[] {
  const heads = clauseWithSubject(statement, difference.first)?.subjects ?? [];
  const tokens = heads.flatMap((head) => [head, ...ownersOf(statement, head)]);
  return tokens
    .flatMap((token) => termsAt(statement, token))
    .filter((term) => !overlapsRange(term, difference));
}

/** The innermost clause around a token that has a subject. */
function clauseWithSubject(statement: Statement, token: number): RelationClause | undefined {
  const inner = clauseAround(statement, token);
  if (inner !== undefined && inner.subjects.length > 0) return inner;
  return statement.clauses.find(({ subjects }) => subjects.length > 0);
}
