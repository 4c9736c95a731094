import { isUnreliable } from '../../unreliable.js';
import { type Stretch, type Tokens, affinity, isInside } from '../alignment.js';
import { datesDiffer } from '../dates.js';
import { type Figure, figuresOf, holds, isQuantity, isReference, shareWithout } from '../held.js';
import { likeness } from '../kinship.js';
import { type Quantity, compareQuantities } from '../numbers.js';
import type { Statement } from '../statement.js';
import { LIGHT } from '../terms.js';
import { isOfAnother } from './figures.js';
import { isHowOftenOnly } from './often.js';
import { mayBeTheRest } from './shares.js';
import { type Conflict, type Hearing, gapOf, inCaseOfTokens, slotWordsOf } from './slot.js';
import { isReckonedFrom } from './times.js';

/** How well the rest of the claim must be borne out. */
const BORNE = 0.6;

/** How much of the rest the one sentence must have that tells otherwise. */
const SAME_EVENT = 0.5;

/** The same for a result, which changes while a match goes on. */
const SAME_RESULT = 0.7;

/** A sentence that has nearly as much of the claim, and another figure, leaves open which of them is meant. */
const AS_CLOSE = 0.1;

/** How alike the counted nouns must be. */
const SAME_UNIT = 0.6;

/** How much nearer to the claim's words than any other a figure must stand to be meant, in tokens. */
const NEARER = 2;

/**
 * The one figure or time of a claim that no source sentence has, where the rest is borne out and the
 * sentence that has most of it has another in its place: “the raid was over in nine minutes” where they
 * were gone within six.
 */
export function otherwiseTold(hearing: Hearing): readonly Conflict[] {
  const { claim, witnesses, rarity, unheld, derived, reckoned, scoreWithout } = hearing;
  const [figure, second] = unheld.length > 0 ? unheld : looseIn(hearing);
  if (figure === undefined || second !== undefined) return [];
  if (reckoned.has(figure) || isOfAnother(derived)) return [];
  // Any two counts make some share, so that a share which follows may follow by chance.
  if (derived.has(figure) && figure.kind !== 'share') return [];
  if (isAgeThen(figure, claim.statement)) return [];
  if (!isQuantity(figure) && isReckonedFrom(figure, claim.statement, witnesses)) return [];
  // Of “6 March” the month goes with the day: that something else was in March as well tells nothing of this.
  const parts = figuresOf(claim).filter(
    ({ first, last }) => first <= figure.last && figure.first <= last,
  );
  const tellings = witnesses.flatMap((witness) => {
    const share = shareWithout(claim, [figure], witness.statement, rarity);
    if (shareWithout(claim, parts, witness.statement, rarity) === 0) return [];
    if (share < (isOfMatch(figure, claim) ? SAME_RESULT : SAME_EVENT)) return [];
    const rival = rivalOf(figure, hearing, witness.statement);
    // Whether a sentence is damaged takes long to judge, so it is asked last.
    return rival === undefined || isUnreliable(witness.fact) ? [] : [{ witness, share, rival }];
  });
  const [best] = [...tellings].sort((one, other) => other.share - one.share);
  if (best === undefined) return [];
  const open = tellings.some(
    ({ share, rival }) => share > best.share - AS_CLOSE && differ(rival, best.rival),
  );
  if (open || scoreWithout([figure]) < BORNE) return [];
  const { first, last } = figure;
  const { witness, rival } = best;
  const change = changeAround(rival, witness.statement);
  if (change !== undefined && endOf(figure, claim.statement) === '') {
    // Which of the two is meant the claim leaves open: “will cost £60” where it rises from £48 to £55.
    const told = slotWordsOf(witness.statement, change.first, change.last);
    return [{ slot: 'figure', first, last, told, witness }];
  }
  const told = slotWordsOf(witness.statement, rival.first, rival.last);
  const replacement = inCaseOfTokens(claim.statement, first, witness.statement, rival);
  return [{ slot: 'figure', first, last, told, replacement, witness }];
}

/** Where “from £48 to £55” stands, of which a figure is one. */
function changeAround(figure: Figure, source: Statement): Tokens | undefined {
  const { quantities } = source;
  return quantities
    .map((one, index) => ({ one, other: quantities[index + 1] }))
    .flatMap(({ one, other }) =>
      other !== undefined &&
      (figure === one || figure === other) &&
      endOf(one, source) === 'from' &&
      endOf(other, source) === 'to' &&
      other.first === one.last + 2
        ? [{ first: one.first - 1, last: other.last }]
        : [],
    )
    .at(0);
}

/** “At the age of 19”, “at 19”, “aged 19”, “19 when she moved”: of a time in a life. “Who is 19” tells of now. */
function isAgeThen({ kind, first, last }: Figure, { tokens }: Statement): boolean {
  return (
    kind === 'age' &&
    (/^(?:of|at|aged)$/u.test(tokens[first - 1]?.lower ?? '') ||
      /^(?:when|while|as|then)$/u.test(tokens[last + 1]?.text ?? ''))
  );
}

/** A result changes while a match goes on; a vote has one. */
function isOfMatch({ kind }: Figure, { statement, first, last }: Stretch): boolean {
  const told = statement.tokens.slice(first, last + 1);
  return kind === 'score' && !told.some(({ lemma }) => lemma === 'vote');
}

/** Sentences that have less than this of a claim tell of something else. */
const ELSEWHERE = 0.1;

/** The figures and times of a claim that only sentences have which tell of something else. */
function looseIn({ claim, witnesses, rarity }: Hearing): readonly Figure[] {
  return figuresOf(claim).filter((figure) =>
    witnesses.every(
      ({ statement }) =>
        !holds(statement, figure) || shareWithout(claim, [figure], statement, rarity) < ELSEWHERE,
    ),
  );
}

/** The figure of a source sentence that stands where the claim has its own. */
function rivalOf(figure: Figure, { claim }: Hearing, source: Statement): Figure | undefined {
  const { quantities, dates } = claim.statement;
  const others = [...quantities, ...dates].filter((one) => one !== figure && isInside(claim, one));
  const rivals = [...source.quantities, ...source.dates].filter(
    (rival) =>
      differ(figure, rival) &&
      isSameEnd(figure, claim.statement, rival, source) &&
      !isHowOftenOnly(figure, claim.statement, rival, source) &&
      !mayBeTheRest(figure, claim, rival, source) &&
      !others.some((other) => isSame(other, rival)),
  );
  const near = rivals
    .map((rival) => ({ rival, distance: distanceTo(figure, claim, rival, source) }))
    .filter(({ distance }) => distance <= THERE)
    .sort((one, other) => one.distance - other.distance);
  const [nearest, next] = near;
  if (nearest === undefined || (next !== undefined && next.distance - nearest.distance < NEARER))
    return undefined;
  return source.quantities.some((other) => comesTo(figure, nearest.rival, other))
    ? undefined
    : nearest.rival;
}

/** “Five months” is what three months for the one and two for the other come to. */
function comesTo(figure: Figure, one: Figure, other: Quantity): boolean {
  if (one === other || !isQuantity(figure) || !isQuantity(one) || one.kind !== other.kind)
    return false;
  return (
    figure.value === one.value + other.value || figure.value === Math.abs(one.value - other.value)
  );
}

/** True for two figures, or two times, of one kind that cannot both be right. */
function differ(one: Figure, other: Figure): boolean {
  if (!areOfOneKind(one, other)) return false;
  return isQuantity(one)
    ? isQuantity(other) && compareQuantities(one, other) === 'differs'
    : !isQuantity(other) && datesDiffer(one, other);
}

function isSame(one: Figure, other: Figure): boolean {
  return areOfOneKind(one, other) && !differ(one, other);
}

function areOfOneKind(one: Figure, other: Figure): boolean {
  if (one.kind !== other.kind) return false;
  if (!isQuantity(one) || !isQuantity(other)) return true;
  if (Math.max(one.value, other.value) > MOST_TIMES * Math.min(one.value, other.value))
    return false;
  if (isReference(other) || other.described.some((word) => MORE.test(word))) return false;
  if (one.kind === 'rank') {
    // Who came first in the 15th Open, or was third after the second round, is no 15th and no second.
    const [own, theirs] = [rankedBy(one), rankedBy(other)];
    return own === theirs || likeness(own, theirs) >= SAME_UNIT;
  }
  return one.unit === '' || other.unit === '' || likeness(one.unit, other.unit) >= SAME_UNIT;
}

/** What an ordinal ranks; empty where that is left out, as in “came second”. */
function rankedBy({ unit, described }: Quantity): string {
  return unit === '' ? (described.at(-1) ?? '') : unit;
}

/** What is so many times as much counts something else: five matches, and a crowd of 12,950. */
const MOST_TIMES = 20;

/** “Two further games” are not all. */
const MORE = /^(?:more|further|other|another|additional|extra)$/u;

/** “To 50” is no “by 7”, and “three years after” no “three years”. */
function isSameEnd(one: Figure, draft: Statement, other: Figure, source: Statement): boolean {
  if (isSince(one, draft) !== isSince(other, source)) return false;
  const own = endOf(one, draft);
  const theirs = endOf(other, source);
  if (own === theirs) return true;
  // “Rose 3 percent” and “rose by 3 percent” are one; of what is not shared, “by” tells the change alone.
  const change = own === 'by' || theirs === 'by';
  return (own === '' || theirs === '') && (!change || one.kind === 'share' || one.kind === 'score');
}

function endOf(figure: Figure, { tokens }: Statement): string {
  // “By 30 June” is no change.
  if (!isQuantity(figure)) return '';
  const { first } = figure;
  const before = tokens[first - 1]?.lower ?? '';
  return /^(?:to|from|by)$/u.test(before) ? before : '';
}

function isSince(figure: Figure, { tokens }: Statement): boolean {
  return (
    isQuantity(figure) &&
    tokens
      .slice(figure.last + 1, figure.last + 3)
      .some(({ text }) => /^(?:after|before|ago|later|earlier|since)$/iu.test(text))
  );
}

/** How far from the claim's figure, and from the source's, the words stand that tell which is meant, in tokens. */
const HERE = 6;
const THERE = 9;

/**
 * How near a figure of the source stands to what stands near the claim's own, in tokens: to the noun that
 * both count, a word, a name or another figure; `Infinity` to none.
 */
function distanceTo(figure: Figure, claim: Stretch, rival: Figure, source: Statement): number {
  if (isQuantity(figure) && isQuantity(rival) && countsAThing(figure, rival)) return 0;
  const around = (one: Tokens): boolean => one !== figure && gapOf(one, figure) <= HERE;
  const { terms, quantities, dates } = claim.statement;
  const words = terms.filter((one) => isInside(claim, one) && one.weight > LIGHT && around(one));
  const figures = [...quantities, ...dates].filter((one) => isInside(claim, one) && around(one));
  return Math.min(
    Infinity,
    ...source.terms
      .filter((term) => words.some((word) => affinity(word, term) >= SAME_WORD))
      .map((term) => gapOf(term, rival)),
    ...[...source.quantities, ...source.dates]
      .filter((one) => one !== rival && figures.some((own) => isSame(own, one)))
      .map((one) => gapOf(one, rival)),
  );
}

/** From here up two words are the same. */
const SAME_WORD = 0.6;

/** “43 witnesses”, “34 witnesses”; years and people are counted of anything. */
function countsAThing({ unit }: Quantity, other: Quantity): boolean {
  return !ANYTHING.test(unit) && unit !== '' && likeness(unit, other.unit) >= SAME_WORD;
}

const ANYTHING =
  /^(?:second|minute|hour|day|week|month|year|time|people|person|man|woman|[$£€]|metre|meter|mile|kilometre|kilometer|point)$/u;
