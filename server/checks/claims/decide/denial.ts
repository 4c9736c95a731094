import { isNegation } from '../../../lexicon/functionWords.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { areAntonyms } from '../words/lexicalRelations.js';
import { isNegated } from '../statement/negation.js';
import type { RelationClause } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isSaying, termsAt } from '../statement/statementQueries.js';
import { termRelatedness, tokenRelatedness } from '../align/termAlignment.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';

/** Words that deny without “not”. */
const DENIALS =
  /^(?:no|none|nobody|nothing|neither|nor|without|refuse[sd]?|den(?:y|ies|ied)|fail(?:s|ed)?|unable|lacks?|lacked|unlikely|reject(?:s|ed)?|rul(?:e|ed|ing)|avoid(?:s|ed)?|absen(?:t|ce)|skip(?:s|ped|ping)?|miss(?:es|ed|ing)?|away|futile|pointless|instead|yet|halt(?:s|ed)?|prevent(?:s|ed)?|declin(?:e|es|ed)|against)$/iu;

/** The least relatedness of two words for one act. */
const SAME = 0.5;

/** How far a denying word may be from what it denies, in tokens. */
const REACH = 5;

/**
 * True if a claim denies something that the sources mention and none denies. That they deny something else near
 * it, and do not mention it, is no sign against the claim.
 */
export function deniesAlone(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  supporting: readonly EvidenceSentence[],
): boolean {
  return claim.statement.clauses.some(
    (clause) =>
      hasNot(claim.statement, clause) &&
      overlapsRange(claim, { first: clause.head, last: clause.head }) &&
      !isCleft(claim.statement, clause) &&
      isDeniedAlone(claim.statement, clause, evidence, supporting),
  );
}

/** True for “did not hear”; who “refused to hear” did something. */
function hasNot(
  { tokens }: Statement,
  { group: { negated, first, last } }: RelationClause,
): boolean {
  return negated && tokens.slice(first, last + 1).some(isNegation);
}

/** True for “It is not the price that worries them”, which does not deny the worry. */
function isCleft(
  { tokens, clauses }: Statement,
  { group, subjects, head }: RelationClause,
): boolean {
  return (
    group.copula &&
    subjects.some((subject) => /^it$/iu.test(tokens[subject]?.text ?? '')) &&
    clauses.some((other) => other.link === 'relative' && other.first > head)
  );
}

function isDeniedAlone(
  draft: Statement,
  clause: RelationClause,
  evidence: readonly EvidenceSentence[],
  supporting: readonly EvidenceSentence[],
): boolean {
  const act = actOf(draft, clause);
  if (evidence.some(({ statement }) => denies(statement, act))) return false;
  const empty = heavy(termsAt(draft, clause.head)).length === 0;
  if (empty && evidence.some(({ statement }) => deniesOf(draft, clause, statement))) return false;
  const elsewhere = supporting.some(
    ({ statement }) =>
      statement.clauses.some(({ group }) => group.negated) ||
      statement.tokens.some(({ text }) => DENIALS.test(text)),
  );
  const spoken = evidence.some(({ statement }) => statement.terms.some((term) => isOf(act, term)));
  return !elsewhere || spoken;
}

/** The terms that are denied: the verb or, if that is a light verb, its complement. */
function actOf(draft: Statement, clause: RelationClause): readonly Term[] {
  const verb = termsAt(draft, clause.head);
  const says = isSaying(draft, clause.head);
  if (says || heavy(verb).length > 0) return says ? verb : heavy(verb);
  const rest = draft.relations
    .filter(({ head, kind }) => head === clause.head && kind !== 'subject')
    .flatMap(({ dependent }) => heavy(termsAt(draft, dependent)));
  return rest.length > 0
    ? rest
    : heavy(draft.terms.filter(({ first, last }) => first >= clause.first && last <= clause.last));
}

function heavy(terms: readonly Term[]): readonly Term[] {
  return terms.filter(({ weight }) => weight > LIGHT_WEIGHT);
}

function isOf(act: readonly Term[], term: Term): boolean {
  return act.some((one) => termRelatedness(one, term) >= SAME);
}

/**
 * True if a source sentence denies anything about the same subject: “will not be there”, “is not
 * attending”.
 */
function deniesOf(draft: Statement, clause: RelationClause, source: Statement): boolean {
  return source.clauses.some(
    (other) =>
      isNegated(source, other) &&
      clause.subjects.some((one) =>
        other.subjects.some((two) => tokenRelatedness(draft, one, source, two) >= SAME),
      ),
  );
}

/** True if a source sentence denies the act, in any words. */
function denies(source: Statement, act: readonly Term[]): boolean {
  if (source.terms.some((term) => act.some((one) => areAntonyms(one.word, term.word)))) return true;
  if (
    source.clauses.some(
      (clause) =>
        isNegated(source, clause) && actOf(source, clause).some((term) => isOf(act, term)),
    )
  )
    return true;
  return source.terms.some(
    (term) =>
      isOf(act, term) &&
      // That a plan was “rejected” does not deny that there was one.
      [
        ...source.tokens.slice(Math.max(0, term.first - REACH), term.first),
        ...source.tokens.slice(term.last + 1, term.last + REACH),
      ].some((token) => DENIALS.test(token.text) || isNegation(token)),
  );
}
