import { isMonth, isSeason } from '../lexicon/calendar.js';
import { MAGNITUDES, ORDINALS, SCALES, SMALL_NUMBERS, TENS } from '../lexicon/numberWords.js';
import { type Token, lowerAt } from '../prose/tokens.js';
import { currencyBefore, unitAt } from './units.js';

const PARTS = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
]);

/** How a figure is hedged: “about 150”, “more than 99 percent”, “up to ten”. */
export type Bound = 'exact' | 'about' | 'over' | 'under';

/** A number as written, without its hedge and what it counts. */
export interface Numeral {
  readonly value: number;
  readonly kind: 'count' | 'share' | 'rank' | 'score';
  /** The other side of a score: 1 of “3-1”. */
  readonly against?: number;
  /** True for an order of magnitude: “thousands of”. */
  readonly order: boolean;
  /** If the words themselves say it: “half an hour” is about 30 minutes. */
  readonly bound?: Bound;
  /** What it counts if no other word says so: the minutes of “half an hour”; empty for a score. */
  readonly unit?: string;
  /** The last token. */
  readonly last: number;
}

/** A numeral that ends at token `last`. */
function numeralTo(last: number, value: number, more: Partial<Numeral> = {}): Numeral {
  return { value, last, order: false, kind: 'count', ...more };
}

/** True for a number that is a year. */
export function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !/^(?:1[5-9]|20)\d\d$/u.test(token.text)) return false;
  if (currencyBefore(tokens, at - 1) !== undefined) return false;
  const next = tokens[at + 1];
  const before = lowerAt(tokens, at - 1);
  // “the Paris 2024 medallist”
  if (tokens[at - 1]?.tag === 'PROPN') return true;
  if (
    /^(?:in|since|until|till|by|from|before|after|of|to|during|and|late|early|mid)$/u.test(
      before,
    ) ||
    isMonth(before) ||
    isSeason(before)
  ) {
    return true;
  }
  return next?.tag !== 'NOUN' || next.lemma === 'season';
}

/** The numeral that starts at a token. */
export function numeralAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const word = lowerAt(tokens, at);
  const order = MAGNITUDES.get(word);
  if (order !== undefined && (tokens[at]?.tag === 'NOUN' || lowerAt(tokens, at + 1) === 'of')) {
    const scaled =
      lowerAt(tokens, at + 1) === 'of' ? (MAGNITUDES.get(lowerAt(tokens, at + 2)) ?? 0) : 0;
    return scaled > 0
      ? numeralTo(at + 2, order * scaled, { order: true })
      : numeralTo(at, order, { order: true });
  }
  return (
    scoreOf(tokens, at) ??
    timesOf(tokens, at) ??
    minutesOf(tokens, at) ??
    partOf(tokens, at) ??
    rankOf(tokens, at) ??
    cardinalOf(tokens, at)
  );
}

/** “3-1”, “a 6–4 win”, but not “10-12 people”. */
function scoreOf(tokens: readonly Token[], at: number): Numeral | undefined {
  const sides = /^(\d{1,3})[-–](\d{1,3})$/u.exec(lowerAt(tokens, at));
  if (sides === null) return undefined;
  const next = tokens[at + 1];
  if (next?.tag === 'NOUN' && !RESULT.test(next.lemma)) return undefined;
  return numeralTo(at, Number(sides[1]), { against: Number(sides[2]), kind: 'score', unit: '' });
}

const RESULT =
  /^(?:win|victory|triumph|defeat|loss|draw|tie|lead|deficit|thrashing|rout|score|result|scoreline|vote|half|success|upset|aggregate)$/u;

/** “Twice” counts times or what is done each time: “scored twice”, “scored two goals”. */
function timesOf(tokens: readonly Token[], at: number): Numeral | undefined {
  const value = TIMES.get(lowerAt(tokens, at));
  if (value === undefined || lowerAt(tokens, at + 1) === 'as') return undefined;
  return numeralTo(at, value, { unit: '' });
}

const TIMES = new Map([
  ['twice', 2],
  ['thrice', 3],
]);

/** “A quarter of an hour”, “half an hour”, “three quarters of an hour”: nobody means the minute. */
function minutesOf(tokens: readonly Token[], at: number): Numeral | undefined {
  const several = /^an?$/u.test(lowerAt(tokens, at)) ? 1 : SMALL_NUMBERS.get(lowerAt(tokens, at));
  const partAt = several === undefined ? at : at + (lowerAt(tokens, at + 1) === '-' ? 2 : 1);
  const part = /^(?:half|quarters?)$/u.exec(lowerAt(tokens, partAt))?.[0];
  if (part === undefined || (several === undefined && part !== 'half')) return undefined;
  const hour = partAt + (lowerAt(tokens, partAt + 1) === 'of' ? 3 : 2);
  if (lowerAt(tokens, hour) !== 'hour' || lowerAt(tokens, hour - 1) !== 'an') return undefined;
  const value = (several ?? 1) * (part === 'half' ? 30 : 15);
  return numeralTo(hour, value, { bound: 'about', unit: 'minute' });
}

/** “a fifth of”, “by a third”, “two-thirds”, “half of”. */
function partOf(tokens: readonly Token[], at: number): Numeral | undefined {
  const article = /^(?:a|an|one)$/u.test(lowerAt(tokens, at));
  const hyphen = lowerAt(tokens, at + 1) === '-';
  const several = SMALL_NUMBERS.get(lowerAt(tokens, at));
  const nameAt = article || several !== undefined ? at + (hyphen ? 2 : 1) : at;
  const name = lowerAt(tokens, nameAt);
  const part = PARTS.get(name.replace(/s$/u, ''));
  if (part === undefined || (nameAt === at && name !== 'half')) return undefined;
  const plural = name.endsWith('s') && several !== undefined && several > 1;
  const ofAny = lowerAt(tokens, nameAt + 1) === 'of' || lowerAt(tokens, at - 1) === 'by';
  if (!plural && !ofAny) return undefined;
  return numeralTo(nameAt, (100 * (plural ? several : 1)) / part, { kind: 'share' });
}

function rankOf(tokens: readonly Token[], at: number): Numeral | undefined {
  const tens = TENS.get(lowerAt(tokens, at));
  // “Twenty-third”
  const last = tens !== undefined && lowerAt(tokens, at + 1) === '-' ? at + 2 : at;
  const ordinal = ordinalOf(tokens[last]);
  if (ordinal === undefined || (last > at && ordinal >= TEN)) return undefined;
  if (ORDINALS.has(lowerAt(tokens, last)) && !isPlace(tokens, last)) return undefined;
  return numeralTo(last, ordinal + (last > at ? (tens ?? 0) : 0), { kind: 'rank' });
}

const TEN = 10;

/** True if a sentence has an ordinal in any form, even “the second” without its noun. */
export function hasOrdinal(tokens: readonly Token[], value: number): boolean {
  return tokens.some((token) => ordinalOf(token) === value);
}

function ordinalOf(token: Token | undefined): number | undefined {
  const word = token?.lower ?? '';
  const written = /^(\d{1,3})(?:st|nd|rd|th)$/u.exec(word);
  return written === null ? ORDINALS.get(word) : Number(written[1]);
}

/**
 * True for a ranking ordinal in words: “the second child”, “the third of five”, “came second”;
 * “first” may mean “at first”.
 */
function isPlace(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.tag ?? '';
  if (/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(next)) return true;
  const before = tokens[at - 1];
  if (lowerAt(tokens, at + 1) === 'of') return DEFINITE.test(before?.lemma ?? '');
  return /^(?:come|finish|place|rank|be|lie)$/u.test(before?.lemma ?? '') && next !== 'VERB';
}

/** Words before something that is already known: “the third of five”, “the two countries”. */
export const DEFINITE = /^(?:the|these|those|both|other|his|her|its|their|'s|’s)$/u;

function cardinalOf(tokens: readonly Token[], at: number): Numeral | undefined {
  const word = lowerAt(tokens, at);
  let value: number | undefined;
  let last = at;
  if (/^\d[\d,]*(?:\.\d+)?$/u.test(word)) {
    if (isYear(tokens, at)) return undefined;
    value = Number(word.replaceAll(',', ''));
  } else if (/^\d+(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u.test(word)) {
    // With such groups, a comma is the decimal one.
    value = Number(word.replaceAll(/[\s'’]/gu, '').replace(',', '.'));
  } else if (word === 'half' && lowerAt(tokens, at + 1) === 'a') {
    const scale = SCALES.get(lowerAt(tokens, at + 2));
    return scale === undefined ? undefined : numeralTo(at + 2, scale / 2);
  } else if (/^an?$/u.test(word) && (unitAt(tokens, at + 1)?.times ?? 0) > 1) {
    return numeralTo(at, 1);
  } else if (/^an?$/u.test(word)) {
    const scale = SCALES.get(lowerAt(tokens, at + 1));
    const long = lowerAt(tokens, at + 1).length > 2;
    return scale === undefined || !long ? undefined : numeralTo(at + 1, scale, { bound: 'about' });
  } else if (TENS.has(word)) {
    value = TENS.get(word) ?? 0;
    const unitAt = lowerAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
    const unit = SMALL_NUMBERS.get(lowerAt(tokens, unitAt));
    if (unit !== undefined && unit > 0 && unit < 10 && unitAt > at + 1) {
      value += unit;
      last = unitAt;
    }
  } else {
    value = SMALL_NUMBERS.get(word) ?? (word === 'dozen' ? 12 : undefined);
    if (word === 'one' && !/^(?:NOUN|ADJ|NUM)$/u.test(tokens[at + 1]?.tag ?? '')) return undefined;
  }
  if (value === undefined || !Number.isFinite(value)) return undefined;
  for (let next = last + 1; next <= last + 1; next++) {
    const scaleWord = lowerAt(tokens, next);
    const scale = SCALES.get(scaleWord);
    const attached = scaleWord.length > 2 || tokens[next - 1]?.end === tokens[next]?.start;
    if (scale === undefined || !attached || isMetre(tokens, next)) break;
    value *= scale;
    last = next;
  }
  return numeralTo(last, value);
}

/** True for the “m” of “22m tall”, “the 100m final”; elsewhere “22m” is 22 million. */
function isMetre(tokens: readonly Token[], at: number): boolean {
  return lowerAt(tokens, at) === 'm' && METRES_OF.test(lowerAt(tokens, at + 1));
}

const METRES_OF =
  /^(?:tall|high|long|wide|deep|thick|away|above|below|under|race|sprint|dash|hurdles|relay|final|freestyle|backstroke|breaststroke|butterfly)$/u;
