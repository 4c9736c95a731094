import { isOrderWord } from '../../../lexicon/functionWords.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { withCapitalOf } from '../../../prose/capital.js';
import type { Token } from '../../../prose/tokens.js';
import { momentText, momentsIn } from '../../calendar/moments.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { RelationClause } from '../statement/relations.js';
import type { Statement } from '../statement/statement.js';
import { dependentsOf, slotWordsOf, termsAt } from '../statement/statementQueries.js';
import type { Term } from '../statement/terms.js';
import type { ClaimContext, SlotMismatch } from '../align/claimContext.js';
import { mayBeOfOneOccasion } from '../align/occasions.js';
import { termRelatedness } from '../align/termAlignment.js';

/** What a clause tells somebody did, once. */
export interface Act {
  readonly statement: Statement;
  readonly clause: RelationClause;
}

/** Two acts of which a sentence says that one came after the other. */
export interface ActOrder {
  /** The token of “after” or “before”. */
  readonly at: number;
  readonly later: Act;
  readonly earlier: Act;
}

/** An act with the day that its sentence gives it. */
export interface DatedAct extends Act {
  /** “2024-07-22” */
  readonly day: string;
}

/** Verbs, by their dictionary form, of what may happen on any day anew. */
const REPEATABLE = wordSet(
  'be have do make take get go come give meet play work speak talk visit travel fly run search train return begin hold see hear',
);

/** False for a verb of what is often done again, and for one that only says when something was said. */
export function isDoneOnce({ lemma, text }: Token): boolean {
  return !REPEATABLE.has(lemma) && speechVerb(text) === undefined;
}

/** What a sentence puts in order: “the council voted after the mayor resigned”. */
export function actOrdersIn(statement: Statement): readonly ActOrder[] {
  const { clauses, tokens } = statement;
  return clauses.flatMap((clause, index): ActOrder | readonly [] => {
    const word = tokens[clause.first]?.lower;
    if (clause.link !== 'subordinate' || !isOrderWord(tokens[clause.first])) return [];
    const main = [clauses[index - 1], clauses[index + 1]].find(
      (other) => other !== undefined && isBeside(other, clause, tokens),
    );
    if (main === undefined || !isOnce(main, tokens) || !isOnce(clause, tokens)) return [];
    const [act, other] = [
      { statement, clause: main },
      { statement, clause },
    ];
    return word === 'after'
      ? { at: clause.first, later: act, earlier: other }
      : { at: clause.first, later: other, earlier: act };
  });
}

/** True for the clause right before another, or right after one that opens the sentence, at most with a comma between. */
function isBeside(
  { first, last, link }: RelationClause,
  clause: RelationClause,
  tokens: readonly Token[],
): boolean {
  if (link !== 'main' && link !== 'complement') return false;
  const [before, after] = clause.first === 0 ? [clause.last, first] : [last, clause.first];
  const between = tokens.slice(before + 1, after).map(({ lower }) => lower);
  return before < after && between.every((word, at) => at === 0 && word === ',');
}

/** True for a clause that tells what was done, once. */
function isOnce({ group, head }: RelationClause, tokens: readonly Token[]): boolean {
  const verb = tokens[head];
  return verb !== undefined && isDoneOnce(verb) && group.certainty === 'past' && !group.negated;
}

/**
 * The acts of a sentence that it gives a day: “the mayor resigned on 14 May”. `written` is the day on which it was
 * written, as “2024-07-22”; without it, only dates with a year are known.
 */
export function datedActsIn(statement: Statement, written?: string): readonly DatedAct[] {
  const { clauses, relations, dates, tokens } = statement;
  const [day, ...others] = momentsIn(tokens, written);
  const isOne = day?.length === DAY_LENGTH && others.length === 0;
  // What is done is not of a day to come.
  if (!isOne || (written !== undefined && day > written)) return [];
  return clauses
    .filter((clause) => isOnce(clause, tokens))
    .filter(({ head }) =>
      relations.some(
        ({ kind, head: of, dependent }) =>
          kind === 'on' &&
          of === head &&
          dates.some(({ first, last }) => first <= dependent && dependent <= last),
      ),
    )
    .map((clause) => ({ statement, clause, day }));
}

const DAY_LENGTH = 'yyyy-mm-dd'.length;

/** The least relatedness of two words for the same thing. */
const SAME = 0.9;

const NO_NAMES: readonly Term['kind'][] = ['noun', 'verb', 'modifier'];
const ALL_KINDS: readonly Term['kind'][] = ['name', ...NO_NAMES];

/**
 * True if a telling is of an act: the same verb, done by the same to the same. The telling may have further names (“the
 * council of Lund”), but no other words for who they are.
 */
function isOfAct(one: Act, other: Act): boolean {
  const verb = ({ statement, clause }: Act): string => statement.tokens[clause.head]?.lemma ?? '';
  if (verb(one) !== verb(other)) return false;
  if (!mayBeOfOneOccasion(one.statement, other.statement)) return false;
  const [patients, otherPatients] = [partsOf(one, 'object'), partsOf(other, 'object')];
  const [agents, otherAgents] = [partsOf(one, 'subject'), partsOf(other, 'subject')];
  if (patients.length !== otherPatients.length || !areAll(patients, one, otherPatients, other))
    return false;
  // “Lind was arrested” leaves out by whom.
  const isTold = agents.length > 0 && otherAgents.length > 0;
  if (isTold ? !areAll(agents, one, otherAgents, other) : patients.length === 0) return false;
  return (
    !isToldOfAnother(one, [...patients, ...agents], other, ALL_KINDS) &&
    !isToldOfAnother(other, [...otherPatients, ...otherAgents], one, NO_NAMES)
  );
}

function partsOf({ statement, clause }: Act, part: 'subject' | 'object'): readonly number[] {
  return dependentsOf(statement, clause.head, part);
}

/** True if each of some words is for the same thing as one of the others. */
function areAll(
  tokens: readonly number[],
  { statement }: Act,
  others: readonly number[],
  { statement: other }: Act,
): boolean {
  const there = others.flatMap((at) => termsAt(other, at));
  return tokens.every((at) => termsAt(statement, at).some((term) => isAmong(term, there)));
}

/** True if what does or suffers an act is described by words that another sentence has not: “the mayor of Lund”. */
function isToldOfAnother(
  { statement }: Act,
  parts: readonly number[],
  { statement: other }: Act,
  kinds: readonly Term['kind'][],
): boolean {
  const described = [
    ...parts
      .map((at) => at - 1)
      .filter((at) => /^(?:ADJ|NOUN|PROPN|NUM)$/u.test(statement.tokens[at]?.tag ?? '')),
    ...statement.relations
      .filter(({ kind, head }) => !/^(?:subject|object|is|on)$/u.test(kind) && parts.includes(head))
      .map(({ dependent }) => dependent),
  ];
  return described.some((at) =>
    termsAt(statement, at).some((term) => kinds.includes(term.kind) && !isAmong(term, other.terms)),
  );
}

function isAmong(term: Term, others: readonly Term[]): boolean {
  return others.some((to) => termRelatedness(term, to) >= SAME);
}

/** The one day of an act among tellings of several; `undefined` if there is none or more than one. */
export function tellingOf<Telling extends DatedAct>(
  act: Act,
  tellings: readonly Telling[],
): Telling | undefined {
  const same = tellings.filter((telling) => isOfAct(act, telling));
  return new Set(same.map(({ day }) => day)).size === 1 ? same[0] : undefined;
}

/** “Resigned” on 14 May 2024 and “voted” on 12 May 2024. */
export function daysInWords({
  later,
  earlier,
}: {
  readonly later: DatedAct;
  readonly earlier: DatedAct;
}): string {
  return [earlier, later]
    .map(({ statement, clause: { group }, day }) => {
      const verb = slotWordsOf(statement, group.first, group.last);
      return `“${verb}” is of ${momentText(day)}`;
    })
    .join(' and ');
}

/** An act that a source gives a day. */
interface SourceAct extends DatedAct {
  readonly sentence: EvidenceSentence;
}

/** Where a claim puts two acts in an order that the days of the sources contradict. */
export function orderMismatches({ claim, evidence, dayOf }: ClaimContext): readonly SlotMismatch[] {
  const orders = actOrdersIn(claim.statement).filter(
    ({ at }) => claim.first <= at && at <= claim.last,
  );
  if (orders.length === 0) return [];
  const tellings = evidence.flatMap((sentence) =>
    datedActsIn(sentence.statement, dayOf(sentence.fact.citation.source)).map((act): SourceAct => ({
      ...act,
      sentence,
    })),
  );
  return orders.flatMap(({ at, later, earlier }) => {
    const [ofLater, ofEarlier] = [tellingOf(later, tellings), tellingOf(earlier, tellings)];
    if (ofLater === undefined || ofEarlier === undefined || ofLater.day >= ofEarlier.day) return [];
    const word = slotWordsOf(claim.statement, at, at);
    const expected = oppositeOrder(word);
    // The word is in the clause of one of them.
    const isOfLater = later.clause.first === at;
    const [own, other] = isOfLater ? [ofLater, ofEarlier] : [ofEarlier, ofLater];
    return [
      {
        slot: 'order',
        first: at,
        last: at,
        expected,
        replacement: expected,
        evidence: own.sentence,
        further: other.sentence,
        reason: daysInWords({ later: ofLater, earlier: ofEarlier }),
      },
    ];
  });
}

/** “Before” for “after” and the other way, with the capital of the given word. */
export function oppositeOrder(word: string): string {
  return withCapitalOf(word, word.toLowerCase() === 'after' ? 'before' : 'after');
}
