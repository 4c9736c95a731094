import { wordSet } from '../../../lexicon/wordSet.js';
import type { Token } from '../../../prose/tokens.js';
import { type Figure, figuresOf, hasFigure, isQuantity } from '../align/grounding.js';
import { bestMatch, mayBeSameFigure, termSimilarity } from '../align/termAlignment.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { areAntonyms } from '../words/lexicalRelations.js';
import { THIRD_PERSON_PRONOUNS, isNegativeWord } from '../../../lexicon/functionWords.js';
import { isNegated } from '../statement/negation.js';
import type { Relation, RelationClause } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import {
  clauseAround,
  dependentsOf,
  isSaying,
  relationClausesOf,
  termsAt,
} from '../statement/statementQueries.js';
import { LIGHT_WEIGHT, type Term } from '../statement/terms.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';
import { isOfPart } from './partitives.js';

/** The least similarity of two words that mean the same: one word, or synonyms. */
const SAME = 0.6;

/**
 * True if a source says a claim in its own words: with the same content words, figures, times and names, the same who
 * does it to whom, what is denied, and whether it is done or only planned. Another sentence of the source may add a name
 * or a time, and the one before it the subject that a pronoun stands for.
 */
export function isNearCopy(claim: ClaimSpan, evidence: readonly EvidenceSentence[]): boolean {
  return evidence.some(({ fact, index, statement }) => {
    const inSource = evidence.filter(
      (other) => other.fact.citation.source === fact.citation.source,
    );
    const ofSource = inSource.map((other) => other.statement);
    const before = inSource.find((other) => other.index === index - 1)?.statement;
    return (
      hasWords(claim, statement, ofSource, before) &&
      hasFigures(claim, statement, ofSource) &&
      hasSameForce(claim, statement, fact.speaker) &&
      hasSameRoles(claim, statement) &&
      !isOfPart(claim, statement)
    );
  });
}

/**
 * True if the sentence has the claim's content words; its source may have a name elsewhere, and the sentence before it the
 * subject for which it has a pronoun.
 */
function hasWords(
  claim: ClaimSpan,
  sentence: Statement,
  ofSource: readonly Statement[],
  before: Statement | undefined,
): boolean {
  // A unit is compared with its figure.
  const units = claim.statement.quantities.flatMap(({ unitTokens }) => unitTokens ?? []);
  const terms = claim.statement.terms.filter(
    (term) =>
      overlapsRange(claim, term) &&
      term.weight > LIGHT_WEIGHT &&
      !isNegativeWord(claim.statement.tokens[term.first]) &&
      !units.some((unit) => overlapsRange(unit, term)),
  );
  // “Fees will rise and rents will fall” has both, each of another subject.
  const isOpposite = ({ kind, word }: Term): boolean =>
    kind === 'verb' && sentence.terms.some((other) => areAntonyms(word, other.word));
  if (terms.some(isOpposite)) return false;
  return (
    terms.some((term) => term.kind !== 'name' && hasTerm(sentence, term)) &&
    terms.every(
      (term) =>
        hasTerm(sentence, term) ||
        (term.kind === 'name' && ofSource.some((other) => hasTerm(other, term))) ||
        (before !== undefined &&
          isSubject(claim.statement, term) &&
          refersBack(sentence) &&
          hasTerm(before, term)),
    ) &&
    quantifiersIn(said(claim)).every((word) => quantifiersIn(sentence.tokens).includes(word))
  );
}

function isSubject({ clauses }: Statement, { first, last }: Term): boolean {
  return clauses.some(({ subjects }) => subjects.some((at) => at >= first && at <= last));
}

/** True for a sentence about something that the one before it names: “It has 41 cabins.” */
export function refersBack({ clauses, tokens }: Statement): boolean {
  return clauses.some(({ subjects }) =>
    subjects.some((at) =>
      Object.values(THIRD_PERSON_PRONOUNS).some((words) => words.has(tokens[at]?.lower ?? '')),
    ),
  );
}

/** Words that say of how many a claim is true. */
const QUANTIFIERS = wordSet(
  'all every each both most only always alone sole whole entire half third quarter majority minority some many several few',
);

function quantifiersIn(tokens: readonly Token[]): readonly string[] {
  return tokens.map(({ lower }) => lower).filter((word) => QUANTIFIERS.has(word));
}

/** The tokens of a claim. */
export function said({ statement, first, last }: ClaimSpan): readonly Token[] {
  return statement.tokens.slice(first, last + 1);
}

/** True if a sentence has a word, or one that means the same. */
export function hasTerm(statement: Statement, term: Term): boolean {
  return (bestMatch(term, statement)?.likeness ?? 0) >= SAME;
}

function hasFigures(
  claim: ClaimSpan,
  sentence: Statement,
  ofSource: readonly Statement[],
): boolean {
  return figuresOf(claim).every(
    (figure) =>
      (hasFigure(sentence, figure) && !isOfOthers(claim.statement, figure, sentence)) ||
      (!isQuantity(figure) && ofSource.some((other) => hasFigure(other, figure))),
  );
}

/** True for a count of which a sentence says something else: “nine were sound and three cracked”, not “nine were cracked”. */
function isOfOthers(claim: Statement, figure: Figure, sentence: Statement): boolean {
  const own = clauseAround(claim, figure.first);
  if (!isQuantity(figure) || own === undefined) return false;
  const same = sentence.clauses.filter((other) => isSamePredicate(claim, own, sentence, other));
  return (
    same.length > 0 &&
    sentence.quantities
      .filter((other) => mayBeSameFigure(figure, other))
      .map((other) => clauseAround(sentence, other.first))
      .every((clause) => clause !== undefined && !same.includes(clause))
  );
}

/** True for two clauses with the same verb or, after “be”, complement. */
function isSamePredicate(
  draft: Statement,
  { head }: RelationClause,
  source: Statement,
  { head: other }: RelationClause,
): boolean {
  const [own, theirs] = [dependentsOf(draft, head, 'is'), dependentsOf(source, other, 'is')];
  return own.length === 0 && theirs.length === 0
    ? isSameVerb(draft, head, source, other)
    : own.some((at) => theirs.some((token) => isSameWord(draft, at, source, token)));
}

/** Words that deny what depends on them: “refused to sell”, “denied the sale”, “without a sale”. */
const DENIALS = wordSet(
  'without deny dispute refute decline refuse fail reject cancel withdraw nor',
);

/**
 * True if a claim denies as much as the sentence, and each of its clauses is denied and done where that of the sentence is.
 * “Roe said” is the sentence's if `speaker` is Roe.
 */
function hasSameForce(claim: ClaimSpan, sentence: Statement, speaker: string | undefined): boolean {
  return (
    denialsIn(said(claim)) === denialsIn(sentence.tokens) &&
    relationClausesOf(claim).every((clause) => {
      if (isSaidBy(speaker, claim.statement, clause)) return true;
      const other = counterpartOf(claim.statement, clause, sentence);
      return (
        other !== undefined &&
        isNegated(claim.statement, clause) === isNegated(sentence, other) &&
        isDone(clause) === isDone(other)
      );
    })
  );
}

/** How many of some words deny. */
export function denialsIn(tokens: readonly Token[]): number {
  return tokens.filter((token) => isNegativeWord(token) || DENIALS.has(token.lemma)).length;
}

function isSaidBy(
  speaker: string | undefined,
  draft: Statement,
  { head, subjects }: RelationClause,
): boolean {
  return (
    speaker !== undefined &&
    isSaying(draft, head) &&
    subjects.some((at) => termsAt(draft, at).some(({ entity }) => entity?.name === speaker))
  );
}

/** True for an act that is neither planned nor only possible. */
export function isDone({ group: { certainty } }: RelationClause): boolean {
  return certainty === 'past' || certainty === 'present';
}

/** The clause with the same verb that has most of a clause's words; for a form of “be” or “have” any clause that has. */
function counterpartOf(
  draft: Statement,
  clause: RelationClause,
  source: Statement,
): RelationClause | undefined {
  const verb = draft.tokens[clause.head]?.lemma;
  const withVerb = source.clauses.filter(({ head }) =>
    isSameVerb(draft, clause.head, source, head),
  );
  const own = termsIn(draft, clause);
  const sharedBy = (other: RelationClause): number =>
    own.filter((term) => termsIn(source, other).some((one) => termSimilarity(term, one) >= SAME))
      .length - (isSaying(source, other.head) === isSaying(draft, clause.head) ? 0 : 1);
  const isEmpty = verb === 'be' || verb === 'have';
  return (isEmpty && withVerb.length === 0 ? source.clauses : withVerb)
    .map((other) => ({ other, shared: sharedBy(other) }))
    .reduce<{ readonly other: RelationClause; readonly shared: number } | undefined>(
      (best, one) => (best === undefined || one.shared > best.shared ? one : best),
      undefined,
    )?.other;
}

/** The terms of a clause, as far as they are between its first and its last token. */
export function termsIn({ terms }: Statement, { first, last }: TokenRange): readonly Term[] {
  return terms.filter((term) => term.first >= first && term.last <= last);
}

/** True if nobody and nothing in a claim has another part in the sentence. */
export function hasSameRoles(claim: ClaimSpan, sentence: Statement): boolean {
  const isInside = (token: number): boolean => token >= claim.first && token <= claim.last;
  return claim.statement.relations
    .filter(isRole)
    .filter(({ head, dependent }) => isInside(head) && isInside(dependent))
    .every((relation) => mayBeRole(claim.statement, relation, sentence));
}

function isRole({ kind }: Relation): boolean {
  return kind === 'subject' || kind === 'object' || isWay(kind);
}

/** True for where something goes or comes from, which two places may exchange. */
function isWay(kind: Relation['kind']): boolean {
  return kind === 'from' || kind === 'to';
}

/** True if the sentence gives a word the same part in an act, or mentions no one in that part. */
function mayBeRole(
  draft: Statement,
  { kind, head, dependent }: Relation,
  source: Statement,
): boolean {
  if (termsAt(draft, dependent).length === 0) return true;
  const ofAct = source.relations.filter(
    (other) =>
      isRole(other) &&
      isSameVerb(draft, head, source, other.head) &&
      // A pronoun may stand for anyone.
      termsAt(source, other.dependent).length > 0,
  );
  const has = (same: boolean): boolean =>
    ofAct.some(
      (other) =>
        (other.kind === kind) === same && isSameWord(draft, dependent, source, other.dependent),
    );
  return has(true) || (!has(false) && (isWay(kind) || ofAct.every((other) => other.kind !== kind)));
}

/** True for two forms of a verb, or of verbs that mean the same. */
export function isSameVerb(
  draft: Statement,
  at: number,
  source: Statement,
  other: number,
): boolean {
  return (
    draft.tokens[at]?.lemma === source.tokens[other]?.lemma || isSameWord(draft, at, source, other)
  );
}

/** True if the words at two tokens mean the same. */
export function isSameWord(
  draft: Statement,
  at: number,
  source: Statement,
  other: number,
): boolean {
  const theirs = termsAt(source, other);
  return termsAt(draft, at).some((one) => theirs.some((two) => termSimilarity(one, two) >= SAME));
}
