import { isUnreliable } from '../../unreliable.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import { type Stretch, affinity } from '../alignment.js';
import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { figuresOf, holds } from '../held.js';
import { contrary } from '../kinship.js';
import type { RelationClause } from '../relations.js';
import { type Statement, termsAt } from '../statement.js';
import { hasTwoEnds } from './ends.js';
import {
  type Conflict,
  type Hearing,
  clauseAround,
  relationClausesOf,
  shareMet,
  tokensAlike,
  slotWordsOf,
} from './slot.js';

const SAME_EVENT = 0.6;
const KIN = 0.6;

/** The claim says it is so and the source that it is not, or the other way round. */
export function differingPolarity({ claim, witnesses, rarity }: Hearing): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const clause of relationClausesOf(claim)) {
    if (hangsOnDenial(claim.statement, clause) || isSupposed(claim.statement, clause)) continue;
    const negated = isNegated(claim.statement, clause);
    if (witnesses.some(({ statement }) => agrees(clause, negated, claim.statement, statement)))
      continue;
    for (const witness of witnesses) {
      const other = rivalOf(clause, negated, claim.statement, witness.statement);
      if (other === undefined) continue;
      const part = {
        statement: claim.statement,
        first: Math.max(claim.first, clause.first),
        last: Math.min(claim.last, clause.last),
      };
      if (shareMet(part, witness.statement, rarity, clause.group) < SAME_EVENT) continue;
      if (!saysEnough(part, clause, witness.statement)) continue;
      // “Three paintings have yet to be found”: that paintings were found is of others.
      if (!figuresOf(part).every((figure) => holds(witness.statement, figure))) continue;
      if (isUnreliable(witness.fact)) continue;
      conflicts.push({
        slot: 'polarity',
        first: clause.group.first,
        last: clause.group.last,
        told: slotWordsOf(witness.statement, other.first, other.last),
        ...turned(claim.statement, clause, other, witness.statement),
        witness,
      });
      break;
    }
  }
  return conflicts;
}

/** The verb group with its “not” taken out or put in, where the same act is denied or affirmed. */
function turned(
  draft: Statement,
  clause: RelationClause,
  other: RelationClause,
  source: Statement,
): { readonly replacement?: string } {
  if (opposedAt(draft, saidIn(draft, clause), source, saidIn(source, other))) return {};
  const { first, last } = clause.group;
  const words = draft.tokens.slice(first, last + 1);
  const text = slotWordsOf(draft, first, last);
  if (clause.group.negated) {
    const without = text
      .replace(/\b(?:do|does|did) (?:not|never) /iu, '')
      .replace(/(?: not\b|n['’]t\b| never\b)/iu, '');
    return without === text || /\bdoes|did\b/iu.test(text) ? {} : { replacement: without };
  }
  const [verb] = words;
  if (verb === undefined || isNegated(draft, clause)) return {};
  if (verb.tag === 'AUX') return { replacement: text.replace(/^(\S+)/u, '$1 not') };
  if (verb.lemma === verb.lower) return { replacement: `do not ${text}` };
  return verb.text.endsWith('s')
    ? { replacement: text.replace(/^\S+/u, `does not ${verb.lemma}`) }
    : {};
}

const NEGATIVES = new Set("no not n't never none nobody nothing neither".split(' '));

/** True where the clause says that something is not so. */
export function isNegated(statement: Statement, clause: RelationClause): boolean {
  if (clause.group.negated) return true;
  // “Libraries will not close, she said”: what is said is denied, not that she said it.
  const says = speechVerb(statement.tokens[clause.head]?.text ?? '') !== undefined;
  let opening = says ? Math.min(clause.group.first, ...clause.subjects) : clause.first;
  // “No doctor was dismissed”
  while (says && /^(?:DET|ADJ|NUM)$/u.test(statement.tokens[opening - 1]?.tag ?? '')) opening--;
  for (let at = opening; at <= clause.last; at++) {
    const word = statement.tokens[at]?.lower ?? '';
    const denies =
      (NEGATIVES.has(word) && !opensRelative(statement, at)) ||
      // “has yet to decide”
      (word === 'yet' && statement.tokens[at + 1]?.lemma === 'to');
    if (denies && clauseAround(statement, at) === clause) return true;
  }
  return false;
}

/** “They paid a million, none of which was seen again”: what is denied is not that they paid. */
function opensRelative({ tokens }: Statement, at: number): boolean {
  return tokens[at + 1]?.lemma === 'of' && /^(?:which|whom)$/iu.test(tokens[at + 2]?.text ?? '');
}

/** “If the fund does not pay”: that is neither denied nor affirmed. */
function isSupposed({ tokens }: Statement, { first }: RelationClause): boolean {
  return /^(?:if|unless|whether)$/iu.test(tokens[first]?.text ?? '');
}

/** Verbs that leave open whether what hangs on them is so, or say that it is not. */
const DENYING = /^(?:deny|reject|dispute|refute|doubt|accuse|suspect|allege|charge|blame)$/u;

/** “do not let planes fly”, “denied that she lied”: what hangs on it is neither denied nor affirmed. */
function hangsOnDenial(statement: Statement, clause: RelationClause): boolean {
  if (clause.link === 'main' || clause.link === 'coordinate') return false;
  const above = statement.clauses.slice(0, statement.clauses.indexOf(clause));
  const before = above.at(-1);
  if (before === undefined) return false;
  // “denied having lied” is three verbs.
  const main = above.findLast(({ link }) => link === 'main' || link === 'coordinate');
  if ([before, main].some((verb) => DENYING.test(statement.tokens[verb?.head ?? -1]?.lemma ?? '')))
    return true;
  return (
    (clause.link === 'infinitive' || clause.link === 'complement') && isNegated(statement, before)
  );
}

/** Who says what a clause says, as token indices; none where it is told as so. */
function speakersOf(statement: Statement, clause: RelationClause): readonly number[] {
  const says = statement.clauses.find(
    (other) =>
      other !== clause &&
      speechVerb(statement.tokens[other.head]?.text ?? '') !== undefined &&
      !isNegated(statement, other),
  );
  return says?.subjects ?? [];
}

/** “Police said she had, she says she had not”: both may have said so. */
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
    !own.some((one) => theirs.some((two) => tokensAlike(draft, one, source, two) >= KIN))
  );
}

/** An empty verb (“will not come”) says too little on its own to be the source's act. */
function saysEnough(
  { statement, first, last }: Stretch,
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
      source.terms.some((other) => affinity(term, other) >= KIN),
  );
}

type Stand = 'same' | 'opposite' | 'other';

/** How much alike the acts of two clauses are: by their verbs, or by any verb of either group (“is expected to come”). */
function actsAlike(
  draft: Statement,
  clause: RelationClause,
  source: Statement,
  other: RelationClause,
): number {
  const straight = tokensAlike(draft, saidIn(draft, clause), source, saidIn(source, other));
  if (straight >= KIN) return straight;
  if (saidIn(source, other) !== other.head) return straight;
  const openings = range(other.group.first, other.head);
  return Math.max(straight, ...openings.map((at) => tokensAlike(draft, clause.head, source, at)));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

/** The word that tells what a clause says: of “stays open” and “is open” that is “open”. */
function saidIn(
  { tokens, relations, terms }: Statement,
  { head, group, last }: RelationClause,
): number {
  // “Found guilty” is one act.
  if (tokens[head]?.lemma === 'find') {
    const guilty = terms.find(
      ({ word, first }) => word === 'convict' && head < first && first <= last,
    );
    return guilty?.first ?? head;
  }
  if (group.copula) {
    const is = relations.find((relation) => relation.kind === 'is' && relation.head === head);
    return is !== undefined && tokens[is.dependent]?.tag === 'ADJ' ? is.dependent : head;
  }
  const isLink = /^(?:stay|remain|keep)$/u.test(tokens[head]?.lemma ?? '');
  return isLink && tokens[head + 1]?.tag === 'ADJ' ? head + 1 : head;
}

/** How a source's clause stands to the claim's: the same act, its opposite, or another. */
function standOf(
  clause: RelationClause,
  draft: Statement,
  other: RelationClause,
  source: Statement,
): Stand {
  const [own, theirs] = [saidIn(draft, clause), saidIn(source, other)];
  if (isOfAnotherThing(draft, clause, source, other)) return 'other';
  if (opposedAt(draft, own, source, theirs)) {
    if (hasTwoEnds(draft, { last: own }) || hasTwoEnds(source, { last: theirs })) return 'other';
    return sameReach(draft, clause, source, other) ? 'opposite' : 'other';
  }
  return actsAlike(draft, clause, source, other) >= KIN ? 'same' : 'other';
}

/** “Convicted of fraud”, “acquitted of theft”. */
function isOfAnotherThing(
  draft: Statement,
  clause: RelationClause,
  source: Statement,
  other: RelationClause,
): boolean {
  // “Of two” may be of anything.
  const own = whatOf(draft, clause).filter((at) => termsAt(draft, at).length > 0);
  const theirs = whatOf(source, other).filter((at) => termsAt(source, at).length > 0);
  if (own.length === 0 || theirs.length === 0) return false;
  return !own.some((one) => theirs.some((two) => tokensAlike(draft, one, source, two) >= KIN));
}

/** The nouns after “of”: of what somebody is accused, convicted, found guilty. */
function whatOf(statement: Statement, clause: RelationClause): readonly number[] {
  const { tokens, relations } = statement;
  const said = saidIn(statement, clause);
  // A tree hangs nothing on “guilty”.
  if (said !== clause.head && tokens[said + 1]?.lemma === 'of') {
    let last = said + 1;
    while (/^(?:DET|ADJ|NUM|NOUN)$/u.test(tokens[last + 1]?.tag ?? '')) last++;
    return [last];
  }
  return relations
    .filter(({ kind, head }) => kind === 'of' && head === clause.head)
    .map(({ dependent }) => dependent);
}

/** “Influence wanes” and “loses influence” are no opposites, nor are “loses a seat” and “gains a friend”. */
function sameReach(
  a: Statement,
  clause: RelationClause,
  b: Statement,
  other: RelationClause,
): boolean {
  const own = objectsOf(a, clause);
  const theirs = objectsOf(b, other);
  if (own.length === 0 || theirs.length === 0) return own.length === theirs.length;
  return own.some((one) => theirs.some((two) => tokensAlike(a, one, b, two) >= KIN));
}

function objectsOf(
  { relations, clauses }: Statement,
  { head, link, subjects }: RelationClause,
): readonly number[] {
  const objects = relations
    .filter((relation) => relation.head === head && relation.kind === 'object')
    .map(({ dependent }) => dependent);
  // “Was convicted of fraud and cleared of theft”: the second is passive as the first is.
  const before = clauses[clauses.findIndex((clause) => clause.head === head) - 1];
  const isPassive = relations.some(
    (relation) =>
      relation.kind === 'object' &&
      relation.head === before?.head &&
      subjects.includes(relation.dependent),
  );
  return objects.length === 0 && link === 'coordinate' && isPassive ? subjects : objects;
}

function opposedAt(a: Statement, at: number, b: Statement, other: number): boolean {
  return termsAt(a, at).some((one) =>
    termsAt(b, other).some((two) => contrary(one.word, two.word)),
  );
}

/** To outweigh a source that denies it, another must tell of the very act. */
const VERY = 0.9;

function agrees(
  clause: RelationClause,
  negated: boolean,
  draft: Statement,
  source: Statement,
): boolean {
  return source.clauses.some((other) => {
    const stand = standOf(clause, draft, other, source);
    const negates = isNegated(source, other) || negated;
    if (stand === 'same' && negates && actsAlike(draft, clause, source, other) < VERY) return false;
    if (stand === 'other' || subjectsDiffer(clause, draft, other, source)) return false;
    return (stand === 'same') === (negated === isNegated(source, other));
  });
}

function rivalOf(
  clause: RelationClause,
  negated: boolean,
  draft: Statement,
  source: Statement,
): RelationClause | undefined {
  return source.clauses.find((other) => {
    const stand = standOf(clause, draft, other, source);
    if (stand === 'other' || hangsOnDenial(source, other)) return false;
    if (saidByAnother(draft, clause, source, other)) return false;
    const denies = isNegated(source, other);
    if ((stand === 'same') === (negated === denies)) return false;
    // What was planned or tried and did not come about is both.
    const [affirmed, denied] = denies ? [clause, other] : [other, clause];
    const isOneAct =
      tokensAlike(draft, saidIn(draft, clause), source, saidIn(source, other)) >= KIN;
    if (denies !== negated && isOneAct && isLessSure(affirmed, denied, denies ? source : draft))
      return false;
    return subjectsMeet(clause, draft, other, source);
  });
}

const SURENESS = { possible: 0, planned: 1, present: 2, past: 2 };

/** True where what one clause affirms is less sure than what another, of this statement, denies. */
function isLessSure(
  affirmed: RelationClause,
  denied: RelationClause,
  { tokens }: Statement,
): boolean {
  // “Is not attending” is yet to come.
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
      (two) => tokensAlike(draft, one, source, two) >= KIN && ownersAgree(draft, one, source, two),
    ),
  );
}

/** “China's influence” is not “Russia's influence”, nor is it influence as such. */
function ownersAgree(draft: Statement, one: number, source: Statement, two: number): boolean {
  // Who is told by name or by office is the same, whoever the office belongs to.
  const isNamed = (statement: Statement, at: number): boolean =>
    termsAt(statement, at).some(({ kind }) => kind === 'name');
  if (isNamed(draft, one) && isNamed(source, two)) return true;
  const own = ownersOf(draft, one);
  const theirs = ownersOf(source, two);
  if (own.length === 0 || theirs.length === 0) return own.length === theirs.length;
  return own.some((at) => theirs.some((other) => tokensAlike(draft, at, source, other) >= KIN));
}

function ownersOf(statement: Statement, token: number): readonly number[] {
  return statement.relations
    .filter(({ head, kind }) => head === token && (kind === 'of' || kind === 'modifier'))
    .map(({ dependent }) => dependent)
    .filter((dependent) => termsAt(statement, dependent).some(({ kind }) => kind === 'name'));
}

/** True where both clauses have subjects and these are not the same: names, what names own, or things. */
function subjectsDiffer(
  clause: RelationClause,
  draft: Statement,
  other: RelationClause,
  source: Statement,
): boolean {
  const named = (statement: Statement, heads: readonly number[]): boolean =>
    heads.some((head) => termsAt(statement, head).some(({ kind }) => kind === 'name'));
  const owned = clause.subjects.some((one) =>
    other.subjects.some(
      (two) => tokensAlike(draft, one, source, two) >= KIN && !ownersAgree(draft, one, source, two),
    ),
  );
  if (owned) return true;
  return (
    named(draft, clause.subjects) &&
    (named(source, other.subjects) || other.subjects.some((at) => isThing(source, at))) &&
    !subjectsMeet(clause, draft, other, source)
  );
}

/** True for a noun that no office and no pronoun is: it is nobody's other name. */
function isThing({ tokens }: Statement, at: number): boolean {
  const token = tokens[at];
  return token?.tag === 'NOUN' && !isRoleNoun(token.lemma);
}
