import { isNegation, isPossessiveEnding } from '../../../lexicon/functionWords.js';
import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { isUnreliable } from '../../unreliable.js';
import { type TimeExpression, datesDiffer } from '../../../values/dates.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { isExceptive } from '../statement/exceptives.js';
import { excludeEachOther, relatedness } from '../words/lexicalRelations.js';
import { POSSIBLY_SAME_NAME, countryOf, nameSimilarity } from '../statement/nameMatching.js';
import { type Quantity, changeMarkerBefore } from '../../../values/figures.js';
import { quantitiesDiffer } from '../../../values/figureComparison.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { clauseAround, isInDenial, isSaying, slotWordsOf } from '../statement/statementQueries.js';
import { pairInOrder } from '../align/subsequence.js';
import type { Term } from '../statement/terms.js';
import {
  type AlignedWord,
  type TokenAlignment,
  alignedWordsOf as wordsIn,
  isSameWord,
} from '../align/tokenAlignment.js';
import {
  type ClaimContext,
  type SlotMismatch,
  isSymmetricRelation,
  isSymmetricVerb,
} from '../align/claimContext.js';
import { isConverseRelation } from './converses.js';
import { kindOf } from './alternatives.js';
import { mayApplyToo } from './echoes.js';
import { differOnlyInFrequency } from '../align/frequency.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** The least share of the claim's other words that a sentence must have, in order. */
const COPIED = 0.8;

/** The least aligned share of a sentence that is compared unit by unit. */
const WORTH_READING = 0.5;

/** The same for a result, which is short: “Roe beat Doe 6-4”. */
const WORTH_READING_OF_RESULT = 0.4;

/** The fewest equal words in copied wording. */
const FEWEST = 3;

/** The most extra units of the source beside the differing one. */
const LOOSE = 3;

/** The least similarity of the same name. */
const SAME_NAME = 0.5;

/** The least relatedness of the counted nouns. */
const SAME_UNIT = 0.8;

/** A name, a figure, a time or another word of a sentence. */
interface Unit extends TokenRange {
  readonly name?: Term;
  readonly quantity?: Quantity;
  readonly date?: TimeExpression;
  readonly word?: AlignedWord;
}

/** A unit of a claim and its counterpart in the source. */
interface Pair {
  readonly own: Unit;
  readonly other: Unit;
  /** The index of the other among the source's units. */
  readonly at: number;
  readonly same: boolean;
}

/**
 * A name, figure, time or word substituted in wording that is otherwise the source's: “46 fungi
 * from 11 countries” for 64, “shares rose” for fell, two names swapped. No other sentence may have
 * the claim's value in such wording.
 */
export function substitutions({
  claim,
  evidence,
  alignments: alignment,
  derived,
}: ClaimContext): readonly SlotMismatch[] {
  const units = unitsOf(claim.statement, claim.first, claim.last);
  const worth = isResult(units) ? WORTH_READING_OF_RESULT : WORTH_READING;
  let found: SlotMismatch | undefined;
  for (const [index, sentence] of evidence.entries()) {
    if (alignedShare(claim, alignment[index] ?? []) < worth) continue;
    const source = sentence.statement;
    const others = unitsOf(source, 0, source.tokens.length - 1);
    const pairs = paired(units, others, claim.statement, source);
    if (!isCopied(units, pairs)) continue;
    const differing = pairs.filter(({ same }) => !same);
    if (differing.length === 0) return [];
    if (
      differing.some(
        ({ own }) =>
          (own.quantity !== undefined && derived.has(own.quantity)) || hasMonth(source, own.date),
      )
    )
      continue;
    if (found !== undefined || isUnreliable(sentence.fact)) continue;
    const [{ name } = {}, second] = differing.map(({ own }) => own);
    if (name !== undefined && second === undefined && mayApplyToo(name, evidence)) continue;
    found = conflictOf(claim, others, pairs, differing, sentence);
  }
  return found === undefined ? [] : [found];
}

/** True if a source has the month of a date, as in “30 June” for “the end of June”. */
function hasMonth({ dates }: Statement, date: TimeExpression | undefined): boolean {
  return (
    date?.kind === 'month' &&
    dates.some(({ kind, value }) => kind === 'month' && value === date.value)
  );
}

function alignedShare({ first, last }: ClaimSpan, alignment: TokenAlignment): number {
  return alignment.filter((at) => at >= 0).length / (last + 1 - first);
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

/** The claim's units with their counterparts in the source, in order. */
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
    return nameSimilarity(own.word.meant, other.name) >= SAME_NAME ? SAME : 0;
  if (own.quantity !== undefined && other.quantity !== undefined)
    return differOnlyInFrequency(own.quantity, claim, other.quantity, source)
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
  alternative: AlignedWord,
  claim: Statement,
  source: Statement,
): number {
  if (word.text === alternative.text || isSameWord(word, alternative))
    return word.small ? SMALL : SAME;
  // Antonyms are rare, so that is tested first.
  const differ =
    excludeEachOther(word.lemma, alternative.lemma) &&
    isInDenial(claim, own.first) === isInDenial(source, other.first) &&
    !isExceptive(claim, own) &&
    !isExceptive(source, other);
  return differ ? OTHER : 0;
}

function valueOfNames(own: Term, other: Term): number {
  const alike = nameSimilarity(own, other);
  if (alike >= SAME_NAME) return SAME;
  return alike < POSSIBLY_SAME_NAME ? OTHER : 0;
}

function valueOfFigures(own: Quantity, other: Quantity): number {
  if (own.kind !== other.kind) return 0;
  const counted =
    own.unit === other.unit ||
    own.unit === '' ||
    other.unit === '' ||
    relatedness(own.unit, other.unit) >= SAME_UNIT;
  if (!counted) return 0;
  return quantitiesDiffer(own, other) ? OTHER : SAME;
}

/** True if every name, figure and time of the claim has a counterpart, and nearly every word. */
function isCopied(units: readonly Unit[], pairs: readonly Pair[]): boolean {
  const there = new Set(pairs.map(({ own }) => own));
  if (units.some((unit) => unit.word === undefined && !there.has(unit))) return false;
  if (units.some((unit) => isNegation(unit.word) && !there.has(unit))) return false;
  const words = units.filter(({ word }) => word?.small === false);
  const copied = words.filter((unit) => there.has(unit)).length;
  const alike = pairs.filter(({ same }) => same).length;
  // A result identifies a contest.
  const fewest = isResult(units) ? FEWEST - 1 : FEWEST;
  return copied >= words.length * COPIED && alike >= fewest;
}

function isResult(units: readonly Unit[]): boolean {
  return units.some(({ quantity }) => quantity?.kind === 'score');
}

function conflictOf(
  claim: ClaimSpan,
  others: readonly Unit[],
  pairs: readonly Pair[],
  differing: readonly Pair[],
  sentence: EvidenceSentence,
): SlotMismatch | undefined {
  const [one, other] = differing;
  const draft = claim.statement;
  if (one === undefined || !differing.every((pair) => isInPlace(pair, pairs))) return undefined;
  if (other !== undefined)
    return differing.length === 2 &&
      areSwapped(one, other) &&
      !areInRow(draft, one.own, other.own) &&
      !isMutual(draft, one.own) &&
      !isSymmetricRelation(draft, one.own, other.own)
      ? swap(draft, one.own, other.own, sentence)
      : undefined;
  if (!canAccuse(draft, others, one, sentence.statement)) return undefined;
  const { first, last } = one.other;
  const expected = slotWordsOf(sentence.statement, first, last);
  return {
    slot: one.own.word === undefined ? 'name' : 'polarity',
    first: one.own.first,
    last: one.own.last,
    expected,
    replacement: expected,
    evidence: sentence,
  };
}

/** True if the neighbours of the substituted unit are beside its counterpart too. */
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
  // “Wrona, a director from Poland” and “the Polish director Wrona” say the same.
  if (isPerson(a) !== isPerson(b) || a.demonym !== y.demonym || b.demonym !== x.demonym)
    return false;
  return nameSimilarity(a, y) >= SAME_NAME && nameSimilarity(b, x) >= SAME_NAME;
}

/** True for names in a list, whose order is free: “Kenya and Uganda”, “Leeds, York and Hull”. */
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

/** The name of a unit, or its antecedent. */
function meantBy({ name, word }: Unit): Term | undefined {
  return name ?? word?.meant;
}

function isMutual(draft: Statement, { first }: Unit): boolean {
  const verb = clauseAround(draft, first)?.head;
  return verb !== undefined && isSymmetricVerb(draft.tokens[verb]?.lemma ?? '');
}

function swap(draft: Statement, one: Unit, other: Unit, sentence: EvidenceSentence): SlotMismatch {
  const text = [
    slotWordsOf(draft, other.first, other.last),
    slotWordsOf(draft, one.last + 1, other.first - 1),
    slotWordsOf(draft, one.first, one.last),
  ].join(' ');
  const { first } = one;
  return {
    slot: 'order',
    first,
    last: other.last,
    expected: text,
    replacement: text,
    evidence: sentence,
  };
}

/** True if the two cannot both be right. */
function canAccuse(
  draft: Statement,
  others: readonly Unit[],
  { own, other }: Pair,
  source: Statement,
): boolean {
  if (own.name === undefined) {
    if (
      own.word !== undefined &&
      (isConverseRelation(draft, own) || isConverseRelation(source, other))
    )
      return false;
    // “Two died and 19 were hurt” has 19 too.
    if (others.some((unit) => valueOf(own, unit, draft, source) === SAME)) return false;
    // “Cut to 51 million” differs from “cut by 7 million”.
    if (
      own.quantity !== undefined &&
      changeMarkerBefore(draft.tokens, own.first) !== changeMarkerBefore(source.tokens, other.first)
    )
      return false;
    return true;
  }
  if (own.name.demonym !== other.name?.demonym) return false;
  // In “Roe's union said” the speaker is not Roe.
  if (isOwner(draft, own) !== isOwner(source, other)) return false;
  if (!areOfOneKind(own.name, other.name) || isMutual(draft, own)) return false;
  if (isWhere(draft, own) && countryOf(own.name) === undefined) return false;
  // Several people may say the same, unless they hold one office.
  const speaks = draft.clauses.some(
    ({ head, subjects }) =>
      subjects.some((at) => own.first <= at && at <= own.last) && isSaying(draft, head),
  );
  return !speaks || (hasOffice(draft, own) && hasOffice(source, other));
}

function isOwner({ tokens }: Statement, { last }: Unit): boolean {
  return [last, last + 1].some((at) => isPossessiveEnding(tokens[at]));
}

function hasOffice({ tokens }: Statement, { first }: Unit): boolean {
  return isRoleNoun(tokens[first - 1]?.lemma ?? '');
}

function isPerson({ entity }: Term): boolean {
  return entity?.kind === 'person';
}

/** True for two known names of one kind, both countries or neither. Names that share a word may be the same. */
function areOfOneKind(a: Term, b: Term): boolean {
  const kind = kindOf(a);
  if (kind === undefined || kind !== kindOf(b)) return false;
  const words = b.word.split(' ');
  if (a.word.split(' ').some((word) => words.includes(word))) return false;
  return (countryOf(a) === undefined) === (countryOf(b) === undefined);
}

/** True for a location: a town is in a county, and only countries exclude each other. */
function isWhere({ tokens }: Statement, { first }: Unit): boolean {
  const before = tokens[first - 1]?.text ?? '';
  const word = /^the$/iu.test(before) ? (tokens[first - 2]?.text ?? '') : before;
  return /^(?:in|at|near|from|to|into|on|of|across|outside)$/iu.test(word);
}
