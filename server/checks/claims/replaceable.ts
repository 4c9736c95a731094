import { THIRD_PERSON_PRONOUNS } from '../../lexicon/functionWords.js';
import type { EvidenceSentence } from './evidenceRetriever.js';
import { hasFigure } from './grounding.js';
import type { Judgement } from './judgements.js';
import type { RelationClause } from './relations.js';
import type { SlotDifference } from './slots/differences.js';
import type { Statement } from './statement.js';
import { clauseAround, termsAt } from './statementQueries.js';
import { bestMatch } from './termAlignment.js';
import { type Term, LIGHT_WEIGHT } from './terms.js';
import { type TokenRange, overlapsRange } from './tokenRange.js';

/**
 * The fewest words, names and figures that claim and evidence must share if the subject is a pronoun, if a figure or name
 * differs, and if there is no sentence, as in a dateline or a table.
 */
const FEWEST_SHARED = { pronoun: 1, difference: 2, none: 3 } as const;

/** The least likeness of a word or name of a source that is the claim's. */
const SAME = 0.5;

/**
 * True if the source's words may replace the claim's: if the evidence names the subject of what the draft says there. What
 * a source says of one thing, written of another, would make a true sentence false.
 */
export function mayReplace(
  { statement, segment, rationale }: Pick<Judgement, 'statement' | 'segment' | 'rationale'>,
  difference: SlotDifference,
): boolean {
  const written = difference.replacement?.toLowerCase() ?? '';
  if (Object.values(THIRD_PERSON_PRONOUNS).some((pronouns) => pronouns.has(written))) return false;
  const cited = rationale.evidence.filter((sentence) => isCited(sentence, difference));
  // The office of a person or the country of a place, which the evidence names first.
  if (cited.length === 0) return true;
  const subject = subjectTerms(statement, difference);
  if (subject.length > 0) return cited.some((one) => namesAll(subject, one.statement));
  // If the subject itself differs or there is none, more has to tell that it is the same event.
  const heads = clauseWithSubject(statement, difference.first)?.subjects;
  // “Everything was agreed” has no figure or name that may be another's.
  const names = statement.terms.filter((term) => term.kind === 'name');
  const differs = [...statement.quantities, ...names].some((one) => overlapsRange(one, difference));
  const kind = heads === undefined ? 'none' : differs ? 'difference' : 'pronoun';
  const shared = statement.terms.filter(
    (term) => overlapsRange(term, segment) && term.weight > LIGHT_WEIGHT,
  );
  const figures = [...statement.quantities, ...statement.dates].filter((figure) =>
    overlapsRange(figure, segment),
  );
  return cited.some(
    ({ statement: source }) =>
      countIn(source, shared) + figures.filter((figure) => hasFigure(source, figure)).length >=
      FEWEST_SHARED[kind],
  );
}

function isCited({ fact }: EvidenceSentence, { evidence }: SlotDifference): boolean {
  const { source, line } = fact.citation;
  return evidence.some(
    (one) => one.text === fact.text && one.line === line && one.source === source,
  );
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
  const tokens = heads.flatMap((head) => [
    head,
    ...statement.relations
      .filter((one) => one.head === head && (one.kind === 'of' || one.kind === 'modifier'))
      .map(({ dependent }) => dependent),
  ]);
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
