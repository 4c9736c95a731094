import { isUnreliable } from '../../unreliable.js';
import type { ClaimSpan } from '../claimSpan.js';
import { datesDiffer } from '../dates.js';
import {
  type Figure,
  figuresOf,
  hasFigure,
  isDefiniteCount,
  isQuantity,
  shareWithout,
} from '../grounding.js';
import { relatedness } from '../lexicalRelations.js';
import { type Quantity, changeMarkerBefore, compareQuantities } from '../numbers.js';
import type { Statement } from '../statement.js';
import { gapOf, slotWordsOf } from '../statementQueries.js';
import { termRelatedness } from '../termAlignment.js';
import { LIGHT_WEIGHT } from '../terms.js';
import { type TokenRange, overlapsRange } from '../tokenRange.js';
import { isCurrency, isMeasure } from '../units.js';
import { type ClaimContext, type SlotMismatch, withDraftCapital } from './claimContext.js';
import { mayBeComplement } from './complements.js';
import { isAboutBareOrdinal } from './figures.js';
import { differOnlyInFrequency } from './frequency.js';
import { isRelativeToAnotherEvent } from './times.js';

/** The least score of the rest of the claim. */
const LEAST_REST = 0.6;

/** The least share of the rest that the sentence with the other value must have. */
const SAME_EVENT = 0.5;

/** The same for a result, which changes during a match. */
const SAME_RESULT = 0.7;

/** If another sentence with a different value is this close in share, the value is ambiguous. */
const AS_CLOSE = 0.1;

/** The least relatedness of the counted nouns. */
const SAME_UNIT = 0.6;

/** How much nearer than any other a value must be to the claim's words, in tokens. */
const NEARER = 2;

/**
 * The one figure or time of a claim that no source has, if the rest fits and the sentence that has
 * most of it has another value in its place: “the raid was over in nine minutes” for “gone within
 * six”.
 */
export function valueMismatches(context: ClaimContext): readonly SlotMismatch[] {
  const {
    claim,
    evidence,
    rarity,
    ungrounded,
    derived,
    derivable: reckoned,
    scoreWithout,
  } = context;
  const [figure, second] = ungrounded.length > 0 ? ungrounded : looseIn(context);
  if (figure === undefined || second !== undefined) return [];
  if (reckoned.has(figure) || isAboutBareOrdinal(derived)) return [];
  // Any two counts form some share, so that a derived share may be a coincidence.
  if (derived.has(figure) && figure.kind !== 'share') return [];
  if (isAgeThen(figure, claim.statement)) return [];
  if (!isQuantity(figure) && isRelativeToAnotherEvent(figure, claim.statement, evidence)) return [];
  // In “6 March” the month belongs to the day: another event in March is no evidence.
  const parts = figuresOf(claim).filter(
    ({ first, last }) => first <= figure.last && figure.first <= last,
  );
  const sourceValues = evidence.flatMap((sentence) => {
    const share = shareWithout(claim, [figure], sentence.statement, rarity, termRelatedness);
    if (shareWithout(claim, parts, sentence.statement, rarity, termRelatedness) === 0) return [];
    if (share < (isOfMatch(figure, claim) ? SAME_RESULT : SAME_EVENT)) return [];
    const alternative = alternativeValue(figure, context, sentence.statement);
    // The reliability of a sentence is slow to judge, so it is tested last.
    return alternative === undefined || isUnreliable(sentence.fact)
      ? []
      : [{ sentence, share, alternative }];
  });
  const [best] = [...sourceValues].sort((one, other) => other.share - one.share);
  if (best === undefined) return [];
  const open = sourceValues.some(
    ({ share, alternative }) =>
      share > best.share - AS_CLOSE && differ(alternative, best.alternative),
  );
  if (open || scoreWithout([figure]) < LEAST_REST) return [];
  const { first, last } = figure;
  const { sentence, alternative } = best;
  const change = changeAround(alternative, sentence.statement);
  if (change !== undefined && endOf(figure, claim.statement) === '') {
    // The claim does not say which of the two is meant: “will cost £60” for a rise from £48 to £55.
    const expected = slotWordsOf(sentence.statement, change.first, change.last);
    return [{ slot: 'figure', first, last, expected, evidence: sentence }];
  }
  const expected = slotWordsOf(sentence.statement, alternative.first, alternative.last);
  const replacement = withDraftCapital(claim.statement, first, sentence.statement, alternative);
  return [{ slot: 'figure', first, last, expected, replacement, evidence: sentence }];
}

/** The range “from £48 to £55” around a figure. */
function changeAround(figure: Figure, source: Statement): TokenRange | undefined {
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

/**
 * True for an age at another time: “at the age of 19”, “at 19”, “aged 19”, “19 when she moved”, but
 * not “who is 19”.
 */
function isAgeThen({ kind, first, last }: Figure, { tokens }: Statement): boolean {
  return (
    kind === 'age' &&
    (/^(?:of|at|aged)$/u.test(tokens[first - 1]?.lower ?? '') ||
      /^(?:when|while|as|then)$/u.test(tokens[last + 1]?.text ?? ''))
  );
}

/** True for the result of a match, which changes while it lasts; a vote has only one. */
function isOfMatch({ kind }: Figure, { statement, first, last }: ClaimSpan): boolean {
  const expected = statement.tokens.slice(first, last + 1);
  return kind === 'score' && !expected.some(({ lemma }) => lemma === 'vote');
}

/** A sentence with a smaller share of a claim is about something else. */
const ELSEWHERE = 0.1;

/** The figures and times of a claim that only sentences about something else have. */
function looseIn({ claim, evidence, rarity }: ClaimContext): readonly Figure[] {
  return figuresOf(claim).filter((figure) =>
    evidence.every(
      ({ statement }) =>
        !hasFigure(statement, figure) ||
        shareWithout(claim, [figure], statement, rarity, termRelatedness) < ELSEWHERE,
    ),
  );
}

/** The value of a source sentence in the place of the claim's. */
function alternativeValue(
  figure: Figure,
  { claim }: ClaimContext,
  source: Statement,
): Figure | undefined {
  const { quantities, dates } = claim.statement;
  const others = [...quantities, ...dates].filter(
    (one) => one !== figure && overlapsRange(claim, one),
  );
  const alternatives = [...source.quantities, ...source.dates].filter(
    (alternative) =>
      differ(figure, alternative) &&
      isSameEnd(figure, claim.statement, alternative, source) &&
      !differOnlyInFrequency(figure, claim.statement, alternative, source) &&
      !mayBeComplement(figure, claim, alternative, source) &&
      (isQuantity(alternative) ||
        isQuoted(source, alternative) === isQuoted(claim.statement, figure)) &&
      !others.some((other) => isSame(other, alternative)),
  );
  const near = alternatives
    .map((alternative) => ({
      alternative,
      distance: distanceTo(figure, claim, alternative, source),
    }))
    .filter(({ distance }) => distance <= THERE)
    .sort((one, other) => one.distance - other.distance);
  const [nearest, next] = near;
  if (nearest === undefined || (next !== undefined && next.distance - nearest.distance < NEARER))
    return undefined;
  return source.quantities.some((other) => comesTo(figure, nearest.alternative, other))
    ? undefined
    : nearest.alternative;
}

/** True for a token in quotation marks: “Monday” there is not the day of speaking. */
function isQuoted({ tokens }: Statement, { first }: TokenRange): boolean {
  let isOpen = false;
  for (const { text } of tokens.slice(0, first)) {
    if (text === '“' || (text === '"' && !isOpen)) isOpen = true;
    else if (text === '”' || text === '"') isOpen = false;
  }
  return isOpen;
}

/** True for a sum or difference: “five months” is three months and two. */
function comesTo(figure: Figure, one: Figure, other: Quantity): boolean {
  if (one === other || !isQuantity(figure) || !isQuantity(one) || one.kind !== other.kind)
    return false;
  return (
    figure.value === one.value + other.value || figure.value === Math.abs(one.value - other.value)
  );
}

/** True for two values of one kind that cannot both be right. */
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
  if (isDefiniteCount(other) || other.described.some((word) => MORE.test(word))) return false;
  if (one.kind === 'rank') {
    // A first place in the 15th Open is not a 15th place, and a third place after the second round
    // not a second.
    const [own, theirs] = [rankedBy(one), rankedBy(other)];
    return own === theirs || relatedness(own, theirs) >= SAME_UNIT;
  }
  return one.unit === '' || other.unit === '' || relatedness(one.unit, other.unit) >= SAME_UNIT;
}

/** What an ordinal ranks; empty if it is left out, as in “came second”. */
function rankedBy({ unit, described }: Quantity): string {
  return unit === '' ? (described.at(-1) ?? '') : unit;
}

/**
 * Values that differ by a larger factor count different things: five matches, and a crowd of
 * 12,950.
 */
const MOST_TIMES = 20;

/** Words for a part of a total: “two further games”. */
const MORE = /^(?:more|further|other|another|additional|extra)$/u;

/** False for “to 50” and “by 7”, and for “three years after” and “three years”. */
function isSameEnd(one: Figure, draft: Statement, other: Figure, source: Statement): boolean {
  if (isSince(one, draft) !== isSince(other, source)) return false;
  const own = endOf(one, draft);
  const theirs = endOf(other, source);
  if (own === theirs) return true;
  // “Rose 3 percent” and “rose by 3 percent” are the same; for other figures “by” is only the
  // change.
  const change = own === 'by' || theirs === 'by';
  return (own === '' || theirs === '') && (!change || one.kind === 'share' || one.kind === 'score');
}

function endOf(figure: Figure, { tokens }: Statement): string {
  // “By 30 June” is not a change.
  return isQuantity(figure) ? changeMarkerBefore(tokens, figure.first) : '';
}

function isSince(figure: Figure, { tokens }: Statement): boolean {
  return (
    isQuantity(figure) &&
    tokens
      .slice(figure.last + 1, figure.last + 3)
      .some(({ text }) => /^(?:after|before|ago|later|earlier|since)$/iu.test(text))
  );
}

/** How far context words may be from the claim's value, and from the source's, in tokens. */
const HERE = 6;
const THERE = 9;

/**
 * The distance, in tokens, of a source value to the context of the claim's: to the noun that both
 * count, a word, a name or another value; `Infinity` if there is none.
 */
function distanceTo(
  figure: Figure,
  claim: ClaimSpan,
  alternative: Figure,
  source: Statement,
): number {
  if (isQuantity(figure) && isQuantity(alternative) && countsAThing(figure, alternative)) return 0;
  const around = (one: TokenRange): boolean => one !== figure && gapOf(one, figure) <= HERE;
  const { terms, quantities, dates } = claim.statement;
  const words = terms.filter(
    (one) => overlapsRange(claim, one) && one.weight > LIGHT_WEIGHT && around(one),
  );
  const figures = [...quantities, ...dates].filter(
    (one) => overlapsRange(claim, one) && around(one),
  );
  return Math.min(
    Infinity,
    ...source.terms
      .filter((term) => words.some((word) => termRelatedness(word, term) >= SAME_WORD))
      .map((term) => gapOf(term, alternative)),
    ...[...source.quantities, ...source.dates]
      .filter((one) => one !== alternative && figures.some((own) => isSame(own, one)))
      .map((one) => gapOf(one, alternative)),
  );
}

/** The least relatedness of two words for one thing. */
const SAME_WORD = 0.6;

/**
 * True for “43 witnesses” and “34 witnesses”, but not for years and people, which count anything.
 */
function countsAThing({ unit }: Quantity, other: Quantity): boolean {
  return (
    !ANYTHING.test(unit) &&
    !isMeasure(unit) &&
    !isCurrency(unit) &&
    unit !== '' &&
    relatedness(unit, other.unit) >= SAME_WORD
  );
}

const ANYTHING = /^(?:time|people|person|man|woman|point)$/u;
