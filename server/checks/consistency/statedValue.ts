import { memoize } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import { wordSet } from '../../lexicon/wordSet.js';
import { pointsIn } from '../calendar/points.js';
import { termRelatedness } from '../claims/align/termAlignment.js';
import type { RelationClause } from '../claims/statement/relations.js';
import type { Certainty } from '../claims/statement/verbGroups.js';
import type { Statement } from '../claims/statement/statement.js';
import { hasName, termsAt } from '../claims/statement/statementQueries.js';
import type { Term } from '../claims/statement/terms.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import { similarity } from '../claims/words/lexicalRelations.js';

/** A figure, time or outcome that a sentence states, given by its tokens. */
export interface StatedValue extends TokenRange {
  readonly statement: Statement;
  /** What it is a value of, as far as one word tells. Only values with the same one are compared. */
  readonly of: string;
  /** Two values with the same one do not differ. */
  readonly value: string;
}

/** How the values of one kind are found and compared. */
export interface Comparison<Value extends StatedValue> {
  /** The values of this kind in a sentence; memoized, because a key leaves most sentences as they are. */
  readonly valuesIn: (statement: Statement) => readonly Value[];
  /** True for two values of the same thing, the first of them earlier in the draft, of which at most one can be right. */
  readonly excludes: (earlier: Value, later: Value) => boolean;
  /** True for a sentence that relates two such values to each other: “rose from 12 to 14”. */
  readonly tellsBoth: (statement: Statement, earlier: Value, later: Value) => boolean;
  /** True if one value can be written in place of the other. */
  readonly isReplaceable: boolean;
}

/** True unless one clause denies, plans or supposes what the other says. “Opens on Friday” is a fact or a plan. */
export function isSameForce(
  { group: one }: RelationClause,
  { group: other }: RelationClause,
): boolean {
  return one.negated === other.negated && isSameCertainty(one.certainty, other.certainty);
}

function isSameCertainty(one: Certainty, other: Certainty): boolean {
  return one === other || one === 'present' || other === 'present';
}

/** True if all names of one of two sentences are in the other. */
export function hasNoOtherNames(one: Statement, other: Statement): boolean {
  const areIn = ({ terms }: Statement, within: Statement): boolean =>
    terms.every((term) => term.kind !== 'name' || hasName(within, term));
  return areIn(one, other) || areIn(other, one);
}

/** A sentence with its times. */
type Timed = Pick<Statement, 'dates' | 'tokens'>;

const TIMES = ['weekday', 'month', 'day', 'year', 'relative'] as const;

/**
 * True if two sentences may be of one time: “on Monday” and “on Monday, 22 July” may be left out, “in 2019” and “two
 * years ago” tell of another time.
 */
export function mayBeOfOneTime(one: Timed, other: Timed): boolean {
  return TIMES.every((kind) => {
    const [times, others] = [timesOf(one, kind), timesOf(other, kind)];
    if (times.length === 0 || others.length === 0)
      return [...times, ...others].every(({ hasWeekday }) => hasWeekday);
    return times.some(({ value }) => others.some((to) => to.value === value));
  });
}

/** The times of one kind, and whether a weekday is beside them; “today” is no other time. */
function timesOf(
  { dates, tokens }: Timed,
  wanted: (typeof TIMES)[number],
): readonly { readonly value: number; readonly hasWeekday: boolean }[] {
  const points = pointsIn(tokens);
  return dates
    .filter(({ kind, value }) => kind === wanted && (kind !== 'relative' || value !== 0))
    .map(({ value, first }) => ({
      value,
      hasWeekday: points.some(
        (point) => point.weekday !== undefined && point.first <= first && first <= point.last,
      ),
    }));
}

/**
 * Words that show that there is another value, by another count, at another time or of a part:
 * “another 12”, “had risen to 14”, “14 by now”, “in the village alone”.
 */
const OTHER_VALUE =
  /^(?:another|further|additional|additionally|extra|more|other|others|including|include|each|every|per|average|remaining|rest|respectively|initial|initially|original|originally|previous|previously|earlier|later|now|already|then|again|so|rise|fall|climb|increase|decrease|drop|grow|double|update|revise|correct|estimate|claim|dispute|instead|however|half|record|annual|annually|yearly|normally|usually|typically|once|former|similar|unlike|compare|contrast|whereas|while|different|separate|separately|also|too|alone|well|only|elsewhere)$/u;

/** True for a sentence that itself mentions another value or of a part: “12 of them”, “14 last year”. */
export function tellsOfAnother({ tokens }: Pick<Statement, 'tokens'>): boolean {
  return tellOfAnother(tokens);
}

const tellOfAnother = memoize((tokens: readonly Token[]) =>
  tokens.some(({ lemma, lower, tag }, at) => {
    const next = tokens[at + 1];
    return (
      OTHER_VALUE.test(lemma.toLowerCase()) ||
      OTHER_VALUE.test(lower) ||
      (/^(?:last|previous|next|past)$/u.test(lower) && next?.tag === 'NOUN') ||
      (tag === 'NUM' &&
        next?.lower === 'of' &&
        /^(?:them|those|these|whom|which|the)$/u.test(tokens[at + 2]?.lower ?? ''))
    );
  }),
);

/** True for a sentence that sums up: “in all, 14 people died”. */
export function isSummed({ tokens }: Statement): boolean {
  return tokens.some(
    ({ lower }, at) =>
      /^(?:altogether|total|overall)$/u.test(lower) ||
      (lower === 'all' && tokens[at - 1]?.lower === 'in'),
  );
}

/** Prepositions before what limits a statement to a place, a group or a matter. */
const LIMITING =
  /^(?:in|on|at|near|around|under|over|among|from|of|for|to|by|with|without|across|along|outside|inside|against|about)$/u;

/** The nouns that limit what a sentence says, or some words of it, to a place, group or matter. */
export function limitsOf({ relations }: Statement, heads?: readonly number[]): readonly number[] {
  return relations
    .filter(({ kind, head }) => LIMITING.test(kind) && heads?.includes(head) !== false)
    .map(({ dependent }) => dependent);
}

/** True if a clause is limited to a place, group or matter of which another sentence does not speak. */
export function addsLimit(statement: Statement, clause: RelationClause, other: Statement): boolean {
  const limits = limitsOf(statement).filter((at) => clause.first <= at && at <= clause.last);
  return hasNew(statement, [...limits, ...describedBy(statement, clause.subjects)], other);
}

/** True if some nouns are described by words that another sentence has not: “the shop in Lund”, “a rival union”. */
export function areDescribedAnew(
  statement: Statement,
  nouns: readonly number[],
  other: Statement,
): boolean {
  return hasNew(
    statement,
    [...limitsOf(statement, nouns), ...describedBy(statement, nouns)],
    other,
  );
}

/** The adjectives and nouns right before some nouns. */
function describedBy({ tokens }: Statement, nouns: readonly number[]): readonly number[] {
  return nouns.map((at) => at - 1).filter((at) => /^(?:ADJ|NOUN)$/u.test(tokens[at]?.tag ?? ''));
}

/** The least relatedness of two words for one place, group or matter. */
const SAME_LIMIT = 0.6;

/** True if a word at one of some tokens is related to none of another sentence. */
export function hasNew(statement: Statement, at: readonly number[], other: Statement): boolean {
  return at.some((token) => {
    const terms = termsAt(statement, token);
    return (
      terms.length > 0 &&
      !terms.some((term) => other.terms.some((to) => termRelatedness(term, to) >= SAME_LIMIT))
    );
  });
}

/** The objects of the verb of a clause; of a passive one, its subjects. */
export function objectsOf({ relations }: Statement, { head }: RelationClause): readonly number[] {
  return relations
    .filter((relation) => relation.kind === 'object' && relation.head === head)
    .map(({ dependent }) => dependent);
}

/** The least relatedness of two words for the same thing. */
const SAME = 0.9;

/** True if some of these words are for the same thing, or if either are none. */
export function mayBeSame(
  one: Statement,
  tokens: readonly number[],
  other: Statement,
  others: readonly number[],
): boolean {
  return (
    tokens.length === 0 ||
    others.length === 0 ||
    tokens.some((at) =>
      hasSame(
        termsAt(one, at),
        others.flatMap((to) => termsAt(other, to)),
      ),
    )
  );
}

/** True if all of these words are for the same thing as some of the others. */
export function areSame(
  one: Statement,
  tokens: readonly number[],
  other: Statement,
  others: readonly number[],
): boolean {
  return tokens.every((at) =>
    hasSame(
      termsAt(one, at),
      others.flatMap((to) => termsAt(other, to)),
    ),
  );
}

function hasSame(terms: readonly Term[], others: readonly Term[]): boolean {
  return terms.some((term) => others.some((to) => termRelatedness(term, to) >= SAME));
}

/**
 * True if two values are of different speakers, or one is somebody's version: “the driver said two died”. An
 * attribution after the value (“…, police said”) is the newsroom's habit and makes none.
 */
export function haveOtherSpeakers(one: StatedValue, other: StatedValue): boolean {
  const [speakers, others] = [speakersIn(one.statement), speakersIn(other.statement)];
  if (speakers.length === 0 || others.length === 0) return isVersion(one) || isVersion(other);
  return !speakers.some((speaker) => others.some((to) => similarity(speaker, to) >= SAME));
}

function isVersion({ statement: { tokens, clauses }, first }: StatedValue): boolean {
  return clauses.some(
    ({ head }) => head < first && speechVerb(tokens[head]?.text ?? '') !== undefined,
  );
}

/** The words for the speakers of a sentence, the one of “according to” included. */
function speakersIn(statement: Statement): readonly string[] {
  const { tokens, clauses, terms } = statement;
  const spoken = clauses
    .filter(({ head }) => speechVerb(tokens[head]?.text ?? '') !== undefined)
    .flatMap(({ subjects }) => subjects.flatMap((at) => termsAt(statement, at)));
  const cited = tokens.flatMap(({ lower }, at) =>
    lower === 'according' && tokens[at + 1]?.lower === 'to'
      ? (terms.find(({ first, kind }) => first > at + 1 && /^(?:name|noun)$/u.test(kind)) ?? [])
      : [],
  );
  return [...spoken, ...cited].map(({ word }) => word);
}

/** Verbs, by their dictionary form, of what may happen on any day anew. */
const REPEATABLE = wordSet(
  'be have do make take get go come give meet play work speak talk visit travel fly run search train return begin hold see hear',
);

/** False for a verb of what is often done again, and for one that only says when something was said. */
export function isDoneOnce({ lemma, text }: Token): boolean {
  return !REPEATABLE.has(lemma) && speechVerb(text) === undefined;
}
