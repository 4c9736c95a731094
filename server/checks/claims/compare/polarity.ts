import { isNegativeWord } from '../../../lexicon/functionWords.js';
import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { isUnreliable } from '../../unreliable.js';
import { figuresOf, hasFigure } from '../align/grounding.js';
import { isNegated } from '../statement/negation.js';
import type { RelationClause } from '../statement/relations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import {
  dependentsOf,
  isSaying,
  ownersOf,
  relationClausesOf,
  slotWordsOf,
  termsAt,
} from '../statement/statementQueries.js';
import { relatedShareOf, termRelatedness, tokenRelatedness } from '../align/termAlignment.js';
import type { ClaimContext, SlotMismatch } from '../align/claimContext.js';
import { isOfAnotherMatter } from './matters.js';

const SAME_EVENT = 0.6;
const RELATED_WORDS = 0.6;

/** Clauses that the claim affirms and the source denies, or the other way round. */
export function polarityMismatches({
  claim,
  evidence,
  rarity,
}: ClaimContext): readonly SlotMismatch[] {
  const conflicts: SlotMismatch[] = [];
  for (const clause of relationClausesOf(claim)) {
    if (hangsOnDenial(claim.statement, clause) || isSupposed(claim.statement, clause)) continue;
    const negated = isNegated(claim.statement, clause);
    if (evidence.some(({ statement }) => agrees(clause, negated, claim.statement, statement)))
      continue;
    for (const sentence of evidence) {
      const other = alternativeClause(clause, negated, claim.statement, sentence.statement);
      if (other === undefined) continue;
      const part = {
        statement: claim.statement,
        first: Math.max(claim.first, clause.first),
        last: Math.min(claim.last, clause.last),
      };
      if (relatedShareOf(part, sentence.statement, rarity, clause.group) < SAME_EVENT) continue;
      if (!saysEnough(part, clause, sentence.statement)) continue;
      // “Three paintings have yet to be found” says nothing about the others.
      if (!figuresOf(part).every((figure) => hasFigure(sentence.statement, figure))) continue;
      if (isUnreliable(sentence.fact)) continue;
      conflicts.push({
        slot: 'polarity',
        first: clause.group.first,
        last: clause.group.last,
        expected: assertionOf(sentence.statement, other),
        ...reversedPolarity(claim.statement, clause),
        evidence: sentence,
      });
      break;
    }
  }
  return conflicts;
}

/** True if a sentence denies what a claim says of the same subject, or affirms what the claim denies. */
export function isReversed(claim: ClaimSpan, source: Statement): boolean {
  const { statement } = claim;
  return relationClausesOf(claim).some((clause) => {
    if (hangsOnDenial(statement, clause) || isSupposed(statement, clause)) return false;
    const negated = isNegated(statement, clause);
    return (
      !agrees(clause, negated, statement, source) &&
      alternativeClause(clause, negated, statement, source) !== undefined
    );
  });
}

/** The verb group with its “not” removed or added, if that leaves every other word as it is. */
function reversedPolarity(
  draft: Statement,
  clause: RelationClause,
): { readonly replacement?: string } {
  const { first, last, negated } = clause.group;
  const text = slotWordsOf(draft, first, last);
  if (negated) {
    const affirmed = text.replace(/(?: not| never|n['’]t)\b/iu, '');
    // “Did attend” is no repair, nor are the auxiliaries of “can't” and “won't” whole.
    return affirmed === text || HELPERS.test(affirmed) ? {} : { replacement: affirmed };
  }
  return draft.tokens[first]?.tag === 'AUX' && !isNegated(draft, clause)
    ? { replacement: text.replace(/^\S+/u, '$& not') }
    : {};
}

const HELPERS = /\b(?:do|does|did|ca|wo|sha)\b/iu;

/** The words of a clause from its negation, or its verb, to the end of the verb: “No doctor was dismissed”. */
function assertionOf(statement: Statement, { first, group }: RelationClause): string {
  const { tokens } = statement;
  const no = tokens.findIndex(
    (token, at) => first <= at && at < group.first && isNegativeWord(token),
  );
  return slotWordsOf(statement, no < 0 ? group.first : no, group.last);
}

/** True for a condition, which neither denies nor affirms: “if the fund does not pay”. */
function isSupposed({ tokens }: Statement, { first }: RelationClause): boolean {
  return /^(?:if|unless|whether)$/iu.test(tokens[first]?.text ?? '');
}

/** Verbs that deny their complement or leave it open. */
const DENYING = /^(?:deny|reject|dispute|refute|doubt|accuse|suspect|allege|charge|blame)$/u;

/**
 * True for a clause under a denial, which is neither denied nor affirmed: “do not let planes fly”,
 * “denied that she lied”.
 */
function hangsOnDenial(statement: Statement, clause: RelationClause): boolean {
  if (clause.link === 'main' || clause.link === 'coordinate') return false;
  const above = statement.clauses.slice(0, statement.clauses.indexOf(clause));
  const before = above.at(-1);
  if (before === undefined) return false;
  // “Denied having lied” has three verbs.
  const main = above.findLast(({ link }) => link === 'main' || link === 'coordinate');
  if ([before, main].some((verb) => DENYING.test(statement.tokens[verb?.head ?? -1]?.lemma ?? '')))
    return true;
  return (
    (clause.link === 'infinitive' || clause.link === 'complement') && isNegated(statement, before)
  );
}

/** The speakers to whom a clause is attributed, as token indices. */
function speakersOf(statement: Statement, clause: RelationClause): readonly number[] {
  const says = statement.clauses.find(
    (other) => other !== clause && isSaying(statement, other.head) && !isNegated(statement, other),
  );
  return says?.subjects ?? [];
}

/**
 * True for statements of different speakers, which may both have been made: “Police said she had,
 * she says she had not”.
 */
function saidByAnother(
  draft: Statement,
  clause: RelationClause,
  source: Statement,
  other: RelationClause,
): boolean {
  const own = speakersOf(draft, clause);
  const theirs = speakersOf(source, other);
  return (
    own.length > 0 &&
    !own.some((one) =>
      theirs.some((two) => tokenRelatedness(draft, one, source, two) >= RELATED_WORDS),
    )
  );
}

/** False for a light verb (“will not come”) without a shared complement. */
function saysEnough(
  { statement, first, last }: ClaimSpan,
  clause: RelationClause,
  source: Statement,
): boolean {
  const verb = termsAt(statement, clause.head);
  if (verb.some(({ weight }) => weight >= 0.3)) return true;
  return statement.terms.some(
    (term) =>
      term.first >= first &&
      term.last <= last &&
      term.weight >= 0.3 &&
      !clause.subjects.some((subject) => term.first <= subject && subject <= term.last) &&
      source.terms.some((other) => termRelatedness(term, other) >= RELATED_WORDS),
  );
}

/**
 * The relatedness of the acts of two clauses: by their verbs, or by any verb of either group (“is
 * expected to come”).
 */
function actsAlike(
  draft: Statement,
  clause: RelationClause,
  source: Statement,
  other: RelationClause,
): number {
  const straight = tokenRelatedness(draft, saidIn(draft, clause), source, saidIn(source, other));
  if (straight >= RELATED_WORDS) return straight;
  if (saidIn(source, other) !== other.head) return straight;
  const { first } = other.group;
  const openings = source.tokens.slice(first, other.head);
  return Math.max(
    straight,
    ...openings.map((_, index) => tokenRelatedness(draft, clause.head, source, first + index)),
  );
}

/** The word with the meaning of a clause: “open” in “stays open” and “is open”. */
function saidIn(statement: Statement, { head, group, last }: RelationClause): number {
  const { tokens, terms } = statement;
  // “Found guilty” is one act.
  if (tokens[head]?.lemma === 'find') {
    const guilty = terms.find(
      ({ word, first }) => word === 'convict' && head < first && first <= last,
    );
    return guilty?.first ?? head;
  }
  if (group.copula) {
    const [is = head] = dependentsOf(statement, head, 'is');
    return tokens[is]?.tag === 'ADJ' ? is : head;
  }
  const isLink = /^(?:stay|remain|keep)$/u.test(tokens[head]?.lemma ?? '');
  return isLink && tokens[head + 1]?.tag === 'ADJ' ? head + 1 : head;
}

/** True if a source's clause tells of the claim's act, affirmed or denied. */
function isSameAct(
  clause: RelationClause,
  draft: Statement,
  other: RelationClause,
  source: Statement,
): boolean {
  return (
    !isOfAnotherMatter(draft, saidIn(draft, clause), source, saidIn(source, other)) &&
    actsAlike(draft, clause, source, other) >= RELATED_WORDS
  );
}

/** To outweigh a source that denies an act, another must have the very same act. */
const VERY = 0.9;

function agrees(
  clause: RelationClause,
  negated: boolean,
  draft: Statement,
  source: Statement,
): boolean {
  return source.clauses.some(
    (other) =>
      negated === isNegated(source, other) &&
      isSameAct(clause, draft, other, source) &&
      !subjectsDiffer(clause, draft, other, source) &&
      (!negated || actsAlike(draft, clause, source, other) >= VERY),
  );
}

function alternativeClause(
  clause: RelationClause,
  negated: boolean,
  draft: Statement,
  source: Statement,
): RelationClause | undefined {
  return source.clauses.find((other) => {
    const denies = isNegated(source, other);
    if (denies === negated || !isSameAct(clause, draft, other, source)) return false;
    if (hangsOnDenial(source, other) || saidByAnother(draft, clause, source, other)) return false;
    // A plan or attempt that failed is both affirmed and denied.
    const isOneAct =
      tokenRelatedness(draft, saidIn(draft, clause), source, saidIn(source, other)) >=
      RELATED_WORDS;
    const isLess = denies ? isLessSure(clause, other, source) : isLessSure(other, clause, draft);
    return !(isOneAct && isLess) && subjectsMeet(clause, draft, other, source);
  });
}

const SURENESS = { possible: 0, planned: 1, present: 2, past: 2 };

/** True if the affirmed clause is less certain than the denied one, which is in this statement. */
function isLessSure(
  affirmed: RelationClause,
  denied: RelationClause,
  { tokens }: Statement,
): boolean {
  // “Is not attending” may be in the future.
  const comes =
    denied.group.certainty === 'present' && (tokens[denied.head]?.text ?? '').endsWith('ing');
  const sureness = comes ? SURENESS.planned : SURENESS[denied.group.certainty];
  return SURENESS[affirmed.group.certainty] < sureness;
}

function subjectsMeet(
  clause: RelationClause,
  draft: Statement,
  other: RelationClause,
  source: Statement,
): boolean {
  return clause.subjects.some((one) =>
    other.subjects.some(
      (two) =>
        tokenRelatedness(draft, one, source, two) >= RELATED_WORDS &&
        ownersAgree(draft, one, source, two),
    ),
  );
}

/**
 * True for nouns with the same owner: “China's influence” is neither “Russia's influence” nor
 * influence in general.
 */
function ownersAgree(draft: Statement, one: number, source: Statement, two: number): boolean {
  // A named person is the same, whoever the office belongs to.
  if (isNamed(draft, one) && isNamed(source, two)) return true;
  const own = namesOwning(draft, one);
  const theirs = namesOwning(source, two);
  if (own.length === 0 || theirs.length === 0) return own.length === theirs.length;
  return own.some((at) =>
    theirs.some((other) => tokenRelatedness(draft, at, source, other) >= RELATED_WORDS),
  );
}

function namesOwning(statement: Statement, token: number): readonly number[] {
  return ownersOf(statement, token).filter((owner) => isNamed(statement, owner));
}

/** True for a token of a name, or of a pronoun for one. */
function isNamed(statement: Statement, token: number): boolean {
  return termsAt(statement, token).some(({ kind }) => kind === 'name');
}

/** True for clauses with different subjects: names, possessions of names, or things. */
function subjectsDiffer(
  clause: RelationClause,
  draft: Statement,
  other: RelationClause,
  source: Statement,
): boolean {
  const owned = clause.subjects.some((one) =>
    other.subjects.some(
      (two) =>
        tokenRelatedness(draft, one, source, two) >= RELATED_WORDS &&
        !ownersAgree(draft, one, source, two),
    ),
  );
  if (owned) return true;
  return (
    clause.subjects.some((at) => isNamed(draft, at)) &&
    other.subjects.some((at) => isNamed(source, at) || isThing(source, at)) &&
    !subjectsMeet(clause, draft, other, source)
  );
}

/** True for a noun that cannot refer to a person. */
function isThing({ tokens }: Statement, at: number): boolean {
  const token = tokens[at];
  return token?.tag === 'NOUN' && !isRoleNoun(token.lemma);
}
