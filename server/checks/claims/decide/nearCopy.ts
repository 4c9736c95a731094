import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { figuresOf, hasFigure, isQuantity } from '../align/grounding.js';
import { bestMatch, termSimilarity } from '../align/termAlignment.js';
import { isNegated } from '../statement/negation.js';
import type { Certainty, Relation, RelationClause } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isSaying, relationClausesOf, termsAt } from '../statement/statementQueries.js';
import { LIGHT_WEIGHT, type Term } from '../statement/terms.js';
import { overlapsRange } from '../statement/tokenRange.js';

/** The least similarity of a word that means the same: the word itself, or a synonym. */
const E = process.env; const SAME = Number(E.SAME ?? 0.8); const AROUND = E.AROUND; const MISSING = Number(E.MISSING ?? 0);

/** Sentences of one source so close together may resolve a name or a date of each other. */
const NEIGHBOURS = 2;

/**
 * True if a source sentence says a claim in its own words: with all its content words but for synonyms, all its figures,
 * times and names, who did it to whom, what is denied, and whether it is done. A name or a time may stand in a sentence
 * next to it.
 */
export function isNearCopy(claim: ClaimSpan, evidence: readonly EvidenceSentence[]): boolean {
  return evidence.some((sentence) => {
    const around = evidence.filter(
      (other) =>
        other !== sentence &&
        other.fact.citation.source === sentence.fact.citation.source &&
        (!!E.DOC || Math.abs(other.index - sentence.index) <= NEIGHBOURS),
    );
    return (
      hasAllOf(claim, sentence.statement, around.map(({ statement }) => statement)) &&
      (!!E.NODENY || deniesTheSame(claim, sentence.statement)) &&
      (!!E.NOROLE || hasSameRoles(claim, sentence.statement))
    );
  });
}

function hasAllOf(
  claim: ClaimSpan,
  source: Statement,
  around: readonly Statement[],
): boolean {
  const words = claim.statement.terms.filter(
    (term) => overlapsRange(claim, term) && term.weight > LIGHT_WEIGHT,
  );
  const has = (term: Term, statement: Statement): boolean =>
    (bestMatch(term, statement)?.likeness ?? 0) >= SAME;
  return (
    words.filter(
      (term) => !(
        has(term, source) || (E.LOOSE && term.kind === 'name' && !source.terms.some((o) => o.kind === 'name' && !o.resolved && o.entity?.kind === term.entity?.kind)) || ((AROUND ? true : term.kind === 'name') && around.some((other) => has(term, other)))),
    ).length <= MISSING &&
    words.some((term) => term.kind !== 'name' && has(term, source)) &&
    figuresOf(claim).every(
      (figure) =>
        hasFigure(source, figure) ||
        (!isQuantity(figure) && around.some((other) => hasFigure(other, figure))),
    )
  );
}

/** The clause of a source that has the verb of a claim's clause, or for a form of “be” one with a word of it. */
function counterpartOf(
  claim: ClaimSpan,
  clause: RelationClause,
  source: Statement,
): RelationClause | undefined {
  const verbs = termsAt(claim.statement, clause.head);
  const own = claim.statement.terms.filter(
    (term) => term.first >= clause.first && term.last <= clause.last,
  );
  const shareIn = (other: RelationClause): number =>
    own.filter((term) =>
      source.terms.some(
        (one) =>
          one.first >= other.first && one.last <= other.last && termSimilarity(term, one) >= SAME,
      ),
    ).length;
  const withVerb = source.clauses.filter((other) =>
    termsAt(source, other.head).some((one) => verbs.some((verb) => termSimilarity(verb, one) >= SAME)),
  );
  const among = withVerb.length > 0 ? withVerb : source.clauses;
  let best: RelationClause | undefined;
  let most = -1;
  for (const other of among) {
    const share = shareIn(other) - (isSaying(source, other.head) !== isSaying(claim.statement, clause.head) ? 1 : 0);
    if (share > most) [best, most] = [other, share];
  }
  return best;
}

const DONE: ReadonlySet<Certainty> = new Set(['past', 'present']);

/** True if what a claim denies is denied, what it plans is planned, and the reverse. */
function deniesTheSame(claim: ClaimSpan, source: Statement): boolean {
  const clauses = relationClausesOf(claim);
  if (clauses.length === 0) return true;
  return clauses.every((clause) => {
    const other = counterpartOf(claim, clause, source);
    if (other === undefined) return false;
    if (isNegated(claim.statement, clause) !== isNegated(source, other)) return false;
    return DONE.has(clause.group.certainty) === DONE.has(other.group.certainty);
  });
}

/** True if no word of a claim has another part in the source: who does what to whom. */
function hasSameRoles(claim: ClaimSpan, source: Statement): boolean {
  return claim.statement.relations
    .filter(({ head, dependent }) => isIn(claim, head) && isIn(claim, dependent))
    .filter(({ kind }) => kind === 'subject' || kind === 'object')
    .every((relation) => isSameRole(claim.statement, relation, source));
}

function isIn({ first, last }: ClaimSpan, token: number): boolean {
  return first <= token && token <= last;
}

function isSameRole(draft: Statement, { kind, head, dependent }: Relation, source: Statement): boolean {
  const verbs = termsAt(draft, head).filter(({ weight }) => weight > LIGHT_WEIGHT);
  const parts = termsAt(draft, dependent);
  if (verbs.length === 0 || parts.length === 0) return true;
  const ofVerb = source.relations.filter(
    (other) =>
      (other.kind === 'subject' || other.kind === 'object') &&
      termsAt(source, other.head).some((one) => verbs.some((verb) => termSimilarity(verb, one) >= SAME)),
  );
  const isPart = (token: number): boolean =>
    termsAt(source, token).some((one) => parts.some((part) => termSimilarity(part, one) >= SAME));
  const same = ofVerb.filter((other) => other.kind === kind);
  if (same.some((other) => isPart(other.dependent))) return true;
  const isReversed = ofVerb.some((other) => other.kind !== kind && isPart(other.dependent));
  return !isReversed && same.length === 0;
}

