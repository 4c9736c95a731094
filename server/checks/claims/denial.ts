import { speechVerb } from '../../lexicon/speechVerbs.js';
import { type Stretch, affinity, isInside } from './alignment.js';
import type { Witness } from './evidence.js';
import { opposed } from './kinship.js';
import type { RelationClause } from './relations.js';
import { isNegated } from './slots/polarity.js';
import { tokensAlike } from './slots/slot.js';
import { type Statement, termsAt } from './statement.js';
import { LIGHT, type Term } from './terms.js';

/** Words that deny without “not”. */
const DENIALS =
  /^(?:no|none|nobody|nothing|neither|nor|without|refuse[sd]?|den(?:y|ies|ied)|fail(?:s|ed)?|unable|lacks?|lacked|unlikely|reject(?:s|ed)?|rul(?:e|ed|ing)|avoid(?:s|ed)?|absen(?:t|ce)|skip(?:s|ped|ping)?|miss(?:es|ed|ing)?|away|futile|pointless|instead|yet|halt(?:s|ed)?|prevent(?:s|ed)?|declin(?:e|es|ed)|against)$/iu;

/** From here up two words tell of one act. */
const SAME = 0.5;

/** How far from what is denied a denying word stands, in tokens. */
const REACH = 5;

/** How much a denial counts that a source may have meant by a “not” of something else. */
const UNSURE = 0.5;

/**
 * How surely a claim says that something is not so which no source denies: 1 where the sources speak of
 * it and deny nothing, less where something else near it is denied, 0 where it is denied.
 */
export function denialAlone(
  claim: Stretch,
  witnesses: readonly Witness[],
  bearers: readonly Witness[],
): number {
  const denied = claim.statement.clauses.filter(
    (clause) =>
      hasNot(claim.statement, clause) &&
      isInside(claim, { first: clause.head, last: clause.head }) &&
      !isCleft(claim.statement, clause) &&
      !isOtherSide(claim.statement, clause, witnesses),
  );
  return Math.max(
    0,
    ...denied.map((clause) => doubtOf(claim.statement, clause, witnesses, bearers)),
  );
}

const NOT = /^(?:not|n['’]t|never)$/iu;

/** True for “did not hear”; who “refused to hear” did something. */
function hasNot(
  { tokens }: Statement,
  { group: { negated, first, last } }: RelationClause,
): boolean {
  return negated && tokens.slice(first, last + 1).some(({ text }) => NOT.test(text));
}

/** “It is not the price that worries them”: the worry is not denied, and the price may be. */
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

/** “318 did not”, where 1,204 to 318 was the vote. */
function isOtherSide(
  { quantities }: Statement,
  { group }: RelationClause,
  witnesses: readonly Witness[],
): boolean {
  const counted = quantities.find(({ last }) => last === group.first - 1);
  return (
    counted !== undefined &&
    witnesses.some(({ statement }) =>
      statement.quantities.some(
        ({ kind, value, against }) =>
          kind === 'score' && (value === counted.value || against === counted.value),
      ),
    )
  );
}

function doubtOf(
  draft: Statement,
  clause: RelationClause,
  witnesses: readonly Witness[],
  bearers: readonly Witness[],
): number {
  const act = actOf(draft, clause);
  if (witnesses.some(({ statement }) => denies(statement, act))) return 0;
  const empty = heavy(termsAt(draft, clause.head)).length === 0;
  if (empty && witnesses.some(({ statement }) => deniesOf(draft, clause, statement))) return 0;
  const elsewhere = bearers.some(
    ({ statement }) =>
      statement.clauses.some(({ group }) => group.negated) ||
      statement.tokens.some(({ text }) => DENIALS.test(text)),
  );
  const spoken = witnesses.some(({ statement }) => statement.terms.some((term) => isOf(act, term)));
  return elsewhere && !spoken ? UNSURE : 1;
}

/** What is denied: the verb or, where that is empty, what it says of its subject. */
function actOf(draft: Statement, clause: RelationClause): readonly Term[] {
  const verb = termsAt(draft, clause.head);
  const says = speechVerb(draft.tokens[clause.head]?.text ?? '') !== undefined;
  if (says || heavy(verb).length > 0) return says ? verb : heavy(verb);
  const rest = draft.relations
    .filter(({ head, kind }) => head === clause.head && kind !== 'subject')
    .flatMap(({ dependent }) => heavy(termsAt(draft, dependent)));
  return rest.length > 0
    ? rest
    : heavy(draft.terms.filter(({ first, last }) => first >= clause.first && last <= clause.last));
}

function heavy(terms: readonly Term[]): readonly Term[] {
  return terms.filter(({ weight }) => weight > LIGHT);
}

function isOf(act: readonly Term[], term: Term): boolean {
  return act.some((one) => affinity(one, term) >= SAME);
}

/** True where a source sentence denies anything of the same subject: “will not be there”, “is not attending”. */
function deniesOf(draft: Statement, clause: RelationClause, source: Statement): boolean {
  return source.clauses.some(
    (other) =>
      isNegated(source, other) &&
      clause.subjects.some((one) =>
        other.subjects.some((two) => tokensAlike(draft, one, source, two) >= SAME),
      ),
  );
}

/** True where a source sentence denies the act, in whatever words. */
function denies(source: Statement, act: readonly Term[]): boolean {
  if (source.terms.some((term) => act.some((one) => opposed(one.word, term.word)))) return true;
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
      // That a plan was “rejected” does not deny that it was.
      [
        ...source.tokens.slice(Math.max(0, term.first - REACH), term.first),
        ...source.tokens.slice(term.last + 1, term.last + REACH),
      ].some(({ text }) => DENIALS.test(text) || NOT.test(text)),
  );
}
