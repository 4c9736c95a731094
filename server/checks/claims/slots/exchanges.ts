import { isUnreliable } from '../../unreliable.js';
import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { speechVerb } from '../../../lexicon/speechVerbs.js';
import type { Stretch } from '../alignment.js';
import { type When, datesDiffer } from '../dates.js';
import { leavesOut } from '../exceptions.js';
import type { Witness } from '../evidence.js';
import { likeness } from '../kinship.js';
import { type Laid, type AlignedWord, isSameWord, alignedWordsOf as wordsIn } from '../laying.js';
import { ONE_NAME, nameLikeness, stateOf } from '../names.js';
import { type Quantity, compareQuantities } from '../numbers.js';
import { isOpposite } from '../replacements.js';
import type { Statement } from '../statement.js';
import { pairInOrder } from '../subsequence.js';
import type { Term } from '../terms.js';
import { isEchoed } from './echoes.js';
import { hasTwoEnds } from './ends.js';
import { isHowOftenOnly } from './often.js';
import {
  type Conflict,
  type Hearing,
  clauseAround,
  isEitherWay,
  isMutualAct,
  slotWordsOf,
} from './slot.js';

/** How much of the claim's other words a sentence must have, in their order. */
const COPIED = 0.8;

/** Below this share a sentence is not read unit by unit. */
const WORTH_READING = 0.5;

/** The same for a result, short as that is told: “Roe beat Doe 6-4”. */
const WORTH_READING_OF_RESULT = 0.4;

/** So many words must be the same for wording to be copied. */
const FEWEST = 3;

/** How many units may stand in the source beside the other name or figure that the claim has not. */
const LOOSE = 3;

/** From here up two names are one. */
const SAME_NAME = 0.5;

/** How alike two counted nouns must be. */
const SAME_UNIT = 0.8;

/** A name, a figure, a time or another word of a sentence. */
interface Unit {
  /** Token indices, both included. */
  readonly first: number;
  readonly last: number;
  readonly name?: Term;
  readonly quantity?: Quantity;
  readonly date?: When;
  readonly word?: AlignedWord;
}

/** A unit of a claim and the source's in the same place. */
interface Pair {
  readonly own: Unit;
  readonly other: Unit;
  /** Place of the other among the source's units. */
  readonly at: number;
  readonly same: boolean;
}

/**
 * A name, figure, time or word exchanged in wording that is otherwise the source's: “46 fungi from 11
 * countries” where it has 64, “shares rose” where they fell, two names in each other's place. No other
 * sentence may have what the claim has in such wording.
 */
export function exchanges({ claim, witnesses, laid, derived }: Hearing): readonly Conflict[] {
  const units = unitsOf(claim.statement, claim.first, claim.last);
  const worth = isResult(units) ? WORTH_READING_OF_RESULT : WORTH_READING;
  let found: Conflict | undefined;
  for (const [index, witness] of witnesses.entries()) {
    if (laidShare(claim, laid[index] ?? []) < worth) continue;
    const source = witness.statement;
    const others = unitsOf(source, 0, source.tokens.length - 1);
    const pairs = paired(units, others, claim.statement, source);
    if (!isCopied(units, pairs)) continue;
    const differing = pairs.filter(({ same }) => !same);
    if (differing.length === 0) return [];
    if (differing.some(({ own }) => own.quantity !== undefined && derived.has(own.quantity)))
      continue;
    if (found !== undefined || isUnreliable(witness.fact)) continue;
    const [{ name } = {}, second] = differing.map(({ own }) => own);
    if (name !== undefined && second === undefined && isEchoed(name, witnesses)) continue;
    found = conflictOf(claim, others, pairs, differing, witness);
  }
  return found === undefined ? [] : [found];
}

function laidShare({ first, last }: Stretch, laid: Laid): number {
  return laid.filter((at) => at >= 0).length / (last + 1 - first);
}

function unitsOf(statement: Statement, first: number, last: number): readonly Unit[] {
  const units: Unit[] = [];
  const words = wordsIn(statement);
  const larger = [
    ...statement.terms
      .filter(({ kind, resolved }) => kind === 'name' && !resolved)
      .map((name): Unit => ({ first: name.first, last: name.last, name })),
    ...statement.quantities.map((quantity): Unit => ({
      first: quantity.first,
      last: quantity.last,
      quantity,
    })),
    ...statement.dates.map((date): Unit => ({ first: date.first, last: date.last, date })),
  ];
  for (let at = first; at <= last; at++) {
    const unit = larger.find((one) => one.first === at);
    const word = words[at];
    if (unit !== undefined) {
      units.push(unit);
      at = unit.last;
    } else if (word !== undefined) units.push({ first: at, last: at, word });
  }
  return units;
}

const SAME = 1;
const SMALL = 0.5;
const OTHER = 0.6;

/** The claim's units with the source's that have their places, in order. */
function paired(
  units: readonly Unit[],
  others: readonly Unit[],
  claim: Statement,
  source: Statement,
): readonly Pair[] {
  const columns = others.length;
  const values = new Float32Array(units.length * columns);
  for (const [row, own] of units.entries()) {
    for (const [column, other] of others.entries())
      values[row * columns + column] = valueOf(own, other, claim, source);
  }
  const places = pairInOrder(units.length, columns, values);
  return units.flatMap((own, row): readonly Pair[] => {
    const at = places[row] ?? -1;
    const other = others[at];
    if (other === undefined) return [];
    return [{ own, other, at, same: values[row * columns + at] !== Math.fround(OTHER) }];
  });
}

function valueOf(own: Unit, other: Unit, claim: Statement, source: Statement): number {
  if (own.word !== undefined && other.word !== undefined)
    return valueOfWords(own, own.word, other, other.word, claim, source);
  if (own.name !== undefined) {
    const name = meantBy(other);
    return name === undefined ? 0 : valueOfNames(own.name, name);
  }
  if (own.word?.meant !== undefined && other.name !== undefined)
    return nameLikeness(own.word.meant, other.name) >= SAME_NAME ? SAME : 0;
  if (own.quantity !== undefined && other.quantity !== undefined)
    return isHowOftenOnly(own.quantity, claim, other.quantity, source)
      ? 0
      : valueOfFigures(own.quantity, other.quantity);
  if (own.date !== undefined && other.date?.kind === own.date.kind)
    return datesDiffer(own.date, other.date) ? OTHER : SAME;
  return 0;
}

function valueOfWords(
  own: Unit,
  word: AlignedWord,
  other: Unit,
  rival: AlignedWord,
  claim: Statement,
  source: Statement,
): number {
  if (word.text === rival.text || isSameWord(word, rival)) return word.small ? SMALL : SAME;
  // Hardly any two words are opposites, so that is asked first.
  const differ =
    isOpposite(word.lemma, rival.lemma) &&
    isDenied(claim, own.first) === isDenied(source, other.first) &&
    !leavesOut(claim, own) &&
    !leavesOut(source, other);
  return differ ? OTHER : 0;
}

function isDenied(statement: Statement, at: number): boolean {
  return clauseAround(statement, at)?.group.negated === true;
}

function valueOfNames(own: Term, other: Term): number {
  const alike = nameLikeness(own, other);
  if (alike >= SAME_NAME) return SAME;
  return alike < ONE_NAME ? OTHER : 0;
}

function valueOfFigures(own: Quantity, other: Quantity): number {
  if (own.kind !== other.kind) return 0;
  const counted =
    own.unit === other.unit ||
    own.unit === '' ||
    other.unit === '' ||
    likeness(own.unit, other.unit) >= SAME_UNIT;
  if (!counted) return 0;
  return compareQuantities(own, other) === 'same' ? SAME : OTHER;
}

/** True where every name, figure and time of the claim has a place in the source, and nearly every word. */
function isCopied(units: readonly Unit[], pairs: readonly Pair[]): boolean {
  const there = new Set(pairs.map(({ own }) => own));
  if (units.some((unit) => unit.word === undefined && !there.has(unit))) return false;
  if (units.some((unit) => NOT.test(unit.word?.text ?? '') && !there.has(unit))) return false;
  const words = units.filter(({ word }) => word?.small === false);
  const copied = words.filter((unit) => there.has(unit)).length;
  const alike = pairs.filter(({ same }) => same).length;
  // Of who beat whom the result is enough.
  const fewest = isResult(units) ? FEWEST - 1 : FEWEST;
  return copied >= words.length * COPIED && alike >= fewest;
}

function isResult(units: readonly Unit[]): boolean {
  return units.some(({ quantity }) => quantity?.kind === 'score');
}

const NOT = /^(?:not|n['’]t|never)$/iu;

function conflictOf(
  claim: Stretch,
  others: readonly Unit[],
  pairs: readonly Pair[],
  differing: readonly Pair[],
  witness: Witness,
): Conflict | undefined {
  const [one, other] = differing;
  const draft = claim.statement;
  if (one === undefined || !differing.every((pair) => isInPlace(pair, pairs))) return undefined;
  if (other !== undefined)
    return differing.length === 2 &&
      areSwapped(one, other) &&
      !areInRow(draft, one.own, other.own) &&
      !isMutual(draft, one.own) &&
      !isEitherWay(draft, one.own, other.own)
      ? swap(draft, one.own, other.own, witness)
      : undefined;
  if (!canAccuse(draft, others, one, witness.statement)) return undefined;
  const { first, last } = nearest(claim, others, pairs, one, witness.statement);
  const told = slotWordsOf(witness.statement, first, last);
  return {
    slot: one.own.word === undefined ? 'name' : 'polarity',
    first: one.own.first,
    last: one.own.last,
    told,
    replacement: told,
    witness,
  };
}

/** Of two that may be meant the one beside the word before: “opens on 3 May and closes on 9 June”. */
function nearest(
  { statement }: Stretch,
  others: readonly Unit[],
  pairs: readonly Pair[],
  { own, other, at }: Pair,
  source: Statement,
): Unit {
  const before = pairs.findLast(
    (pair) => pair.own.first < own.first && statement.tokens[pair.own.first]?.tag !== 'ADP',
  );
  const value = valueOf(own, other, statement, source);
  return (
    others
      .slice((before?.at ?? at) + 1, at)
      .find((unit) => valueOf(own, unit, statement, source) === value) ?? other
  );
}

/** True where the words beside the exchanged one stand beside the other too. */
function isInPlace({ own, at }: Pair, pairs: readonly Pair[]): boolean {
  const index = pairs.findIndex((pair) => pair.own === own);
  const before = pairs[index - 1];
  const after = pairs[index + 1];
  const near = (pair: Pair | undefined): boolean =>
    pair === undefined || Math.abs(pair.at - at) <= LOOSE + 1;
  return near(before) && near(after) && (before !== undefined || after !== undefined);
}

function areSwapped(one: Pair, other: Pair): boolean {
  const [a, b] = [one.own.name, other.own.name];
  const [x, y] = [meantBy(one.other), meantBy(other.other)];
  if (a === undefined || b === undefined || x === undefined || y === undefined) return false;
  // “Wrona, a director from Poland” and “the Polish director Wrona” exchange nothing.
  if (isPerson(a) !== isPerson(b) || a.demonym !== y.demonym || b.demonym !== x.demonym)
    return false;
  return nameLikeness(a, y) >= SAME_NAME && nameLikeness(b, x) >= SAME_NAME;
}

/** “Kenya and Uganda”, “Leeds, York and Hull”: names in a row may come in any order. */
function areInRow({ tokens, terms }: Statement, one: Unit, other: Unit): boolean {
  const isNamed = (at: number): boolean =>
    terms.some(({ kind, first, last }) => kind === 'name' && first <= at && at <= last);
  return tokens
    .slice(one.last + 1, other.first)
    .every(
      ({ text }, index) =>
        /^(?:,|and|or|&|as|well|the)$/iu.test(text) || isNamed(one.last + 1 + index),
    );
}

/** The name that a unit is, or that it stands for. */
function meantBy({ name, word }: Unit): Term | undefined {
  return name ?? word?.meant;
}

function isMutual(draft: Statement, { first }: Unit): boolean {
  const verb = clauseAround(draft, first)?.head;
  return verb !== undefined && isMutualAct(draft.tokens[verb]?.lemma ?? '');
}

function swap(draft: Statement, one: Unit, other: Unit, witness: Witness): Conflict {
  const text = [
    slotWordsOf(draft, other.first, other.last),
    slotWordsOf(draft, one.last + 1, other.first - 1),
    slotWordsOf(draft, one.first, one.last),
  ].join(' ');
  const { first } = one;
  return { slot: 'order', first, last: other.last, told: text, replacement: text, witness };
}

/** True where the two cannot both be right. */
function canAccuse(
  draft: Statement,
  others: readonly Unit[],
  { own, other }: Pair,
  source: Statement,
): boolean {
  if (own.name === undefined) {
    if (own.word !== undefined && (hasTwoEnds(draft, own) || hasTwoEnds(source, other)))
      return false;
    // “Two died and 19 were hurt” has the 19 too.
    if (others.some((unit) => valueOf(own, unit, draft, source) === SAME)) return false;
    if (own.quantity !== undefined && endOf(draft, own) !== endOf(source, other)) return false;
    return own.quantity?.definite !== true && other.quantity?.definite !== true;
  }
  if (own.name.demonym !== other.name?.demonym) return false;
  // “Roe's union said” is not said by Roe.
  if (isOwner(draft, own) !== isOwner(source, other)) return false;
  if (!areOfOneKind(own.name, other.name) || isMutual(draft, own)) return false;
  if (isWhere(draft, own) && stateOf(own.name) === undefined) return false;
  // Many may say one thing, unless it is one office that says it.
  const speaks = draft.clauses.some(
    ({ head, subjects }) =>
      subjects.some((at) => own.first <= at && at <= own.last) &&
      speechVerb(draft.tokens[head]?.text ?? '') !== undefined,
  );
  return !speaks || (hasOffice(draft, own) && hasOffice(source, other));
}

/** “Cut to 51 million” is no “cut by 7 million”. */
function endOf({ tokens }: Statement, { first }: Unit): string {
  const before = tokens[first - 1]?.lower ?? '';
  return /^(?:to|from|by)$/u.test(before) ? before : '';
}

function isOwner({ tokens }: Statement, { last }: Unit): boolean {
  return [last, last + 1].some((at) => /^['’]s?$/u.test(tokens[at]?.text ?? ''));
}

function hasOffice({ tokens }: Statement, { first }: Unit): boolean {
  return isRoleNoun(tokens[first - 1]?.lemma ?? '');
}

function isPerson({ entity }: Term): boolean {
  return entity?.kind === 'person';
}

/** Two that are known, and both people, both countries, or neither; of two that share a word one may be the other. */
function areOfOneKind(a: Term, b: Term): boolean {
  const known = (term: Term): boolean => term.entity !== undefined || term.place !== undefined;
  if (!known(a) || !known(b) || isPerson(a) !== isPerson(b)) return false;
  const words = b.word.split(' ');
  if (a.word.split(' ').some((word) => words.includes(word))) return false;
  return (stateOf(a) === undefined) === (stateOf(b) === undefined);
}

/** Where something is: a town lies in a county, and only countries exclude each other. */
function isWhere({ tokens }: Statement, { first }: Unit): boolean {
  const before = tokens[first - 1]?.text ?? '';
  const word = /^the$/iu.test(before) ? (tokens[first - 2]?.text ?? '') : before;
  return /^(?:in|at|near|from|to|into|on|of|across|outside)$/iu.test(word);
}
