import { isMonth, isSeason } from '../../../lexicon/calendar.js';
import { MAGNITUDES, ORDINALS, SCALES, SMALL_NUMBERS, TENS } from '../../../lexicon/numberWords.js';
import type { Token } from '../../../prose/tokens.js';
import type { TokenRange } from './tokenRange.js';
import { type UnitFound, PERCENT, currencyBefore, isCurrency, unitAt, unitNamed } from './units.js';

/** How a figure is hedged: “about 150”, “more than 99 percent”, “up to ten”. */
export type Bound = 'exact' | 'about' | 'over' | 'under';

/** A figure in a sentence, from its hedge to “percent”, with what it counts. */
export interface Quantity extends TokenRange {
  /** The first token after the hedge. */
  readonly figure: number;
  readonly value: number;
  readonly bound: Bound;
  /** True for an order of magnitude: “thousands of”. */
  readonly order: boolean;
  readonly kind: 'count' | 'share' | 'money' | 'age' | 'rank' | 'score';
  /** The other side of a score: 1 of “3-1”. */
  readonly against?: number;
  /** The unit (`units.ts`) or the dictionary form of the counted noun; empty if there is none. */
  readonly unit: string;
  /**
   * True for “the two countries”: a definite count below ten, which refers to things already known.
   * Counts only.
   */
  readonly definite: boolean;
  /** The tokens of a unit (`units.ts`) right after the figure. */
  readonly unitTokens?: TokenRange;
  /** The words between the figure and that noun, by dictionary form. */
  readonly described: readonly string[];
}

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
const BOUNDS: ReadonlyMap<string, Bound> = new Map([
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['some', 'about'],
  ['nearly', 'under'],
  ['almost', 'under'],
  ['over', 'over'],
  ['under', 'under'],
  ['below', 'under'],
  ['above', 'over'],
]);
const COMPARISONS: ReadonlyMap<string, Bound> = new Map([
  ['more than', 'over'],
  ['greater than', 'over'],
  ['at least', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['at most', 'under'],
  ['up to', 'under'],
  ['as many', 'about'],
]);
/** Occasions that count years: “the 20th anniversary”, “her 90th birthday”. */
const MARKED: ReadonlyMap<string, 'count' | 'age'> = new Map([
  ['anniversary', 'count'],
  ['birthday', 'age'],
]);

/** The figures of a sentence, in order. Years are dates (`dates.ts`), not figures. */
export function quantitiesIn(tokens: readonly Token[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const quantity = quantityAt(tokens, at);
    if (quantity === undefined) at++;
    else {
      const before = found.at(-1);
      const joined = before === undefined ? undefined : voteOf(tokens, before, quantity);
      if (joined !== undefined) found[found.length - 1] = joined;
      else {
        if (before !== undefined && sharesUnit(tokens, before, quantity))
          found[found.length - 1] = { ...before, kind: quantity.kind, unit: quantity.unit };
        found.push(quantity);
      }
      at = quantity.last + 1;
    }
  }
  return found.flatMap((one, index) => [...restOf(tokens, one, found[index + 1]), one]);
}

/** “All but two of the 17” is also fifteen. */
function restOf(
  tokens: readonly Token[],
  one: Quantity,
  whole: Quantity | undefined,
): readonly Quantity[] {
  const first = one.first - ALL_BUT.length;
  if (whole === undefined || one.kind !== 'count' || whole.kind !== 'count') return [];
  if (!ALL_BUT.every((words, index) => words.test(lower(tokens, first + index)))) return [];
  const between = tokens.slice(one.last + 1, whole.first).map(({ lemma }) => lemma);
  if (between[0] !== 'of' || between.length > 2 || whole.value <= one.value) return [];
  return [{ ...one, first, figure: first, value: whole.value - one.value }];
}

const ALL_BUT = [/^all$/u, /^(?:but|except|bar)$/u];

/**
 * “19 to 12”, “by 81 votes to 34” are one result near a vote or a win; “from 50 to 38 hours” are
 * two figures.
 */
function voteOf(tokens: readonly Token[], one: Quantity, other: Quantity): Quantity | undefined {
  const between = tokens.slice(one.last + 1, other.first).map(({ lemma }) => lemma);
  const isTo = between.at(-1) === 'to' && between.slice(0, -1).join('').replace('vote', '') === '';
  const bare = one.kind === 'count' && other.kind === 'count' && /^(?:vote)?$/u.test(other.unit);
  if (!isTo || !bare || !/^(?:vote)?$/u.test(one.unit)) return undefined;
  if (/^(?:from|between)$/u.test(lower(tokens, one.first - 1))) return undefined;
  const cue = tokens.slice(Math.max(0, one.first - CUE_REACH), other.first);
  if (!cue.some(({ lemma }) => DECIDED.test(lemma))) return undefined;
  return {
    ...one,
    last: other.last,
    against: other.value,
    kind: 'score',
    unit: '',
    described: [],
  };
}

/** How far before a result its verb may be, in tokens. */
const CUE_REACH = 8;
const DECIDED =
  /^(?:vote|ballot|majority|approve|pass|adopt|ratify|reject|defeat|back|win|beat|lose|draw|lead)$/u;

/** True for “from 1.40 to 1.90 pounds”: both figures count the same. */
function sharesUnit(tokens: readonly Token[], one: Quantity, other: Quantity): boolean {
  return (
    one.unit === '' &&
    one.kind === 'count' &&
    one.described.length === 0 &&
    other.unit !== '' &&
    /^(?:count|share|money|age)$/u.test(other.kind) &&
    other.first === one.last + 2 &&
    /^(?:to|and|or)$/u.test(lower(tokens, one.last + 1))
  );
}

/**
 * The preposition that makes the figure at token `first` part of a change: “to” and “from” before its
 * ends, “by” before its size; empty if there is none.
 */
export function changeMarkerBefore(
  tokens: readonly Token[],
  first: number,
): 'to' | 'from' | 'by' | '' {
  const before = tokens[first - 1]?.lower;
  return before === 'to' || before === 'from' || before === 'by' ? before : '';
}

/** True for a number that is a year. */
export function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !/^(?:1[5-9]|20)\d\d$/u.test(token.text)) return false;
  if (currencyBefore(tokens, at - 1) !== undefined) return false;
  const next = tokens[at + 1];
  const before = lower(tokens, at - 1);
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

function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

const DEFINITE = /^(?:the|these|those|both|other|his|her|its|their|'s|’s)$/u;

/** From here up, “the 34 witnesses” is a count; “the two sides” below it is a reference. */
const FEW = 10;

/** A figure without what is around it; `unit` if the figure itself says what it counts. */
type Figure = Pick<Quantity, 'value' | 'against' | 'last' | 'order' | 'kind'> &
  Partial<Pick<Quantity, 'bound' | 'unit'>>;

/** A figure that ends at token `last`. */
function figureTo(last: number, value: number, more: Partial<Figure> = {}): Figure {
  return { value, last, order: false, kind: 'count', ...more };
}

function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const money = currencyBefore(tokens, at);
  const figureAt = money === undefined ? at : money.last + 1;
  const figure = figureOf(tokens, figureAt);
  if (figure === undefined) return undefined;
  const hedge = hedgeBefore(tokens, at);
  const shared = shareAfter(tokens, figure);
  const hasUnit = TIMES.has(lower(tokens, figureAt)) || figure.kind === 'score';
  const counted =
    hasUnit || figure.unit !== undefined || isAloneBefore(tokens, figure)
      ? { unit: figure.unit ?? '', described: [], times: 1 }
      : countedAfter(tokens, shared ?? figure.last, figure);
  const marked = figure.kind === 'rank' ? MARKED.get(counted.unit) : undefined;
  const aged = marked === 'age' || isAge(tokens, figureAt, figure.last);
  return {
    first: hedge?.first ?? at,
    last: shared ?? figure.last,
    figure: at,
    value: figure.value * counted.times,
    ...(figure.against === undefined ? {} : { against: figure.against }),
    bound: hedge?.bound ?? figure.bound ?? 'exact',
    order: figure.order,
    definite:
      figure.kind === 'count' &&
      figure.value < FEW &&
      DEFINITE.test(lower(tokens, (hedge?.first ?? at) - 1)),
    kind:
      shared !== undefined || figure.kind === 'share'
        ? 'share'
        : money !== undefined || isCurrency(counted.unit)
          ? 'money'
          : aged
            ? 'age'
            : (marked ?? figure.kind),
    unit: money?.unit ?? (aged || marked !== undefined ? 'year' : counted.unit),
    described: counted.described,
    ...(counted.unitTokens === undefined ? {} : { unitTokens: counted.unitTokens }),
  };
}

/**
 * True for “the second £4,000 and the third £7,000”: the ordinal does not rank the figure after it.
 */
function isAloneBefore(tokens: readonly Token[], { kind, last }: Figure): boolean {
  return (
    kind === 'rank' &&
    (/^\d/u.test(lower(tokens, last + 1)) || currencyBefore(tokens, last + 1) !== undefined)
  );
}

function figureOf(tokens: readonly Token[], at: number): Figure | undefined {
  const word = lower(tokens, at);
  const order = MAGNITUDES.get(word);
  if (order !== undefined && (tokens[at]?.tag === 'NOUN' || lower(tokens, at + 1) === 'of')) {
    const scaled =
      lower(tokens, at + 1) === 'of' ? (MAGNITUDES.get(lower(tokens, at + 2)) ?? 0) : 0;
    return scaled > 0
      ? figureTo(at + 2, order * scaled, { order: true })
      : figureTo(at, order, { order: true });
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
function scoreOf(tokens: readonly Token[], at: number): Figure | undefined {
  const sides = /^(\d{1,3})[-–](\d{1,3})$/u.exec(lower(tokens, at));
  if (sides === null) return undefined;
  const next = tokens[at + 1];
  if (next?.tag === 'NOUN' && !RESULT.test(next.lemma)) return undefined;
  return figureTo(at, Number(sides[1]), { against: Number(sides[2]), kind: 'score' });
}

const RESULT =
  /^(?:win|victory|triumph|defeat|loss|draw|tie|lead|deficit|thrashing|rout|score|result|scoreline|vote|half|success|upset|aggregate)$/u;

/** “Twice” counts times or what is done each time: “scored twice”, “scored two goals”. */
function timesOf(tokens: readonly Token[], at: number): Figure | undefined {
  const value = TIMES.get(lower(tokens, at));
  if (value === undefined || lower(tokens, at + 1) === 'as') return undefined;
  return figureTo(at, value);
}

const TIMES = new Map([
  ['twice', 2],
  ['thrice', 3],
]);

/** “A quarter of an hour”, “half an hour”, “three quarters of an hour”: nobody means the minute. */
function minutesOf(tokens: readonly Token[], at: number): Figure | undefined {
  const several = /^an?$/u.test(lower(tokens, at)) ? 1 : SMALL_NUMBERS.get(lower(tokens, at));
  const partAt = several === undefined ? at : at + (lower(tokens, at + 1) === '-' ? 2 : 1);
  const part = /^(?:half|quarters?)$/u.exec(lower(tokens, partAt))?.[0];
  if (part === undefined || (several === undefined && part !== 'half')) return undefined;
  const hour = partAt + (lower(tokens, partAt + 1) === 'of' ? 3 : 2);
  if (lower(tokens, hour) !== 'hour' || lower(tokens, hour - 1) !== 'an') return undefined;
  const value = (several ?? 1) * (part === 'half' ? 30 : 15);
  return figureTo(hour, value, { bound: 'about', unit: 'minute' });
}

/** “a fifth of”, “by a third”, “two-thirds”, “half of”. */
function partOf(tokens: readonly Token[], at: number): Figure | undefined {
  const article = /^(?:a|an|one)$/u.test(lower(tokens, at));
  const hyphen = lower(tokens, at + 1) === '-';
  const several = SMALL_NUMBERS.get(lower(tokens, at));
  const nameAt = article || several !== undefined ? at + (hyphen ? 2 : 1) : at;
  const name = lower(tokens, nameAt);
  const part = PARTS.get(name.replace(/s$/u, ''));
  if (part === undefined || (nameAt === at && name !== 'half')) return undefined;
  const plural = name.endsWith('s') && several !== undefined && several > 1;
  const ofAny = lower(tokens, nameAt + 1) === 'of' || lower(tokens, at - 1) === 'by';
  if (!plural && !ofAny) return undefined;
  return figureTo(nameAt, (100 * (plural ? several : 1)) / part, { kind: 'share' });
}

function rankOf(tokens: readonly Token[], at: number): Figure | undefined {
  const tens = TENS.get(lower(tokens, at));
  // “Twenty-third”
  const last = tens !== undefined && lower(tokens, at + 1) === '-' ? at + 2 : at;
  const ordinal = ordinalOf(tokens[last]);
  if (ordinal === undefined || (last > at && ordinal >= TEN)) return undefined;
  if (ORDINALS.has(lower(tokens, last)) && !isPlace(tokens, last)) return undefined;
  return figureTo(last, ordinal + (last > at ? (tens ?? 0) : 0), { kind: 'rank' });
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
  if (lower(tokens, at + 1) === 'of') return DEFINITE.test(before?.lemma ?? '');
  return /^(?:come|finish|place|rank|be|lie)$/u.test(before?.lemma ?? '') && next !== 'VERB';
}

function cardinalOf(tokens: readonly Token[], at: number): Figure | undefined {
  const word = lower(tokens, at);
  let value: number | undefined;
  let last = at;
  if (/^\d[\d,]*(?:\.\d+)?$/u.test(word)) {
    if (isYear(tokens, at)) return undefined;
    value = Number(word.replaceAll(',', ''));
  } else if (/^\d+(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u.test(word)) {
    // With such groups, a comma is the decimal one.
    value = Number(word.replaceAll(/[\s'’]/gu, '').replace(',', '.'));
  } else if (word === 'half' && lower(tokens, at + 1) === 'a') {
    const scale = SCALES.get(lower(tokens, at + 2));
    return scale === undefined ? undefined : figureTo(at + 2, scale / 2);
  } else if (/^an?$/u.test(word) && (unitAt(tokens, at + 1)?.times ?? 0) > 1) {
    return figureTo(at, 1);
  } else if (/^an?$/u.test(word)) {
    const scale = SCALES.get(lower(tokens, at + 1));
    const long = lower(tokens, at + 1).length > 2;
    return scale === undefined || !long ? undefined : figureTo(at + 1, scale, { bound: 'about' });
  } else if (TENS.has(word)) {
    value = TENS.get(word) ?? 0;
    const unitAt = lower(tokens, at + 1) === '-' ? at + 2 : at + 1;
    const unit = SMALL_NUMBERS.get(lower(tokens, unitAt));
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
    const scaleWord = lower(tokens, next);
    const scale = SCALES.get(scaleWord);
    const attached = scaleWord.length > 2 || tokens[next - 1]?.end === tokens[next]?.start;
    if (scale === undefined || !attached || isMetre(tokens, next)) break;
    value *= scale;
    last = next;
  }
  return figureTo(last, value);
}

/** True for the “m” of “22m tall”, “the 100m final”; elsewhere “22m” is 22 million. */
function isMetre(tokens: readonly Token[], at: number): boolean {
  return lower(tokens, at) === 'm' && METRES_OF.test(lower(tokens, at + 1));
}

const METRES_OF =
  /^(?:tall|high|long|wide|deep|thick|away|above|below|under|race|sprint|dash|hurdles|relay|final|freestyle|backstroke|breaststroke|butterfly)$/u;

function hedgeBefore(
  tokens: readonly Token[],
  at: number,
): { readonly first: number; readonly bound: Bound } | undefined {
  const two = COMPARISONS.get(`${lower(tokens, at - 2)} ${lower(tokens, at - 1)}`);
  if (two !== undefined && /^(?:no|not)$/u.test(lower(tokens, at - 3)))
    return { first: at - 3, bound: two === 'over' ? 'under' : 'over' };
  // “Goes up to £60” is not “at most £60”.
  const isOfVerb = lower(tokens, at - 2) === 'up' && UPWARD.test(tokens[at - 3]?.lemma ?? '');
  if (two !== undefined && !isOfVerb) return { first: at - 2, bound: two };
  if (lower(tokens, at - 1) === 'as' && lower(tokens, at - 3) === 'as') {
    return { first: at - 3, bound: 'about' };
  }
  const one = BOUNDS.get(lower(tokens, at - 1));
  return one === undefined ? undefined : { first: at - 1, bound: one };
}

/** Verbs whose particle is “up”. */
const UPWARD = /^(?:go|come|climb|creep|edge|inch|shoot|rise|jump)$/u;

function shareAfter(tokens: readonly Token[], figure: Figure): number | undefined {
  const found = unitAt(tokens, figure.last + 1);
  return found?.unit === PERCENT ? found.last : undefined;
}

function isAge(tokens: readonly Token[], figureAt: number, last: number): boolean {
  if (/^aged?$/u.test(lower(tokens, figureAt - 1))) return true;
  if (lower(tokens, figureAt - 1) === 'of' && lower(tokens, figureAt - 2) === 'age') return true;
  if (lower(tokens, last + 1) === 'years' && lower(tokens, last + 2) === 'old') return true;
  if (lower(tokens, last + 1) === '-' && lower(tokens, last + 3) === '-') {
    return lower(tokens, last + 2) === 'year' && lower(tokens, last + 4) === 'old';
  }
  const value = Number(lower(tokens, figureAt));
  if (!(value > 0 && value < 120)) return false;
  if (tokens[last + 1]?.kind === 'word' && !OPENS_TIME.test(lower(tokens, last + 1))) return false;
  // “Roe, 47, …”, “she was 91.”, “the driver, who is 44, …”
  if (lower(tokens, figureAt - 1) === ',') return tokens[figureAt - 2]?.tag === 'PROPN';
  const subject = tokens[figureAt - 2];
  return (
    tokens[figureAt - 1]?.lemma === 'be' &&
    (subject?.tag === 'PROPN' || /^(?:he|she|who)$/iu.test(subject?.text ?? ''))
  );
}

/** Words after an age that refer to another time: “she was 26 when she won”. */
const OPENS_TIME = /^(?:when|while|as|then)$/u;

/** What a figure counts, and the factor that converts the figure into the unit. */
type Counted = Pick<Quantity, 'unit' | 'described' | 'unitTokens'> & { readonly times: number };

function countedAfter(tokens: readonly Token[], last: number, figure: Figure): Counted {
  const found = figure.kind === 'rank' ? undefined : unitRightAfter(tokens, last);
  if (found !== undefined) {
    const { unit, times } = found;
    return { unit, times, described: [], unitTokens: { first: found.first, last: found.last } };
  }
  const noun = joinedNounAfter(tokens, last) ?? nounAfter(tokens, last);
  return { times: 1, ...noun, ...unitNamed(noun.unit) };
}

/** The unit of “5 km”, “70mph winds”, “a 12-mile walk”. */
function unitRightAfter(
  tokens: readonly Token[],
  last: number,
): (UnitFound & TokenRange) | undefined {
  const first = lower(tokens, last + 1) === '-' ? last + 2 : last + 1;
  const found = unitAt(tokens, first);
  return found && { ...found, first };
}

/** The noun of “a five-part deal”. */
function joinedNounAfter(tokens: readonly Token[], last: number): Noun | undefined {
  const next = tokens[last + 1];
  const noun = tokens[last + 2];
  if (next?.text !== '-' || next.start !== tokens[last]?.end || noun?.start !== next.end)
    return undefined;
  return /^(?:NOUN|ADJ|X)$/u.test(noun.tag) && /^\p{Ll}+$/u.test(noun.text)
    ? { unit: noun.lemma, described: [] }
    : undefined;
}

type Noun = Omit<Counted, 'times'>;

/** The noun that a figure counts, and the words that describe it. */
function nounAfter(tokens: readonly Token[], last: number): Noun {
  const words: string[] = [];
  let at = last + 1;
  if (lower(tokens, at) === 'of') at++;
  let counted = false;
  for (let steps = 0; steps < 7; steps++, at++) {
    const token = tokens[at];
    if (token === undefined) break;
    // “38 a week”, “1.90 pounds an hour”
    if (/^an?$/iu.test(token.text)) break;
    if (token.text === '-' || token.tag === 'DET' || token.lemma === "'s") continue;
    const noun = token.tag === 'NOUN' || token.tag === 'PROPN';
    if (!noun && (counted || !/^(?:ADJ|NUM|VERB|PRON)$/u.test(token.tag))) break;
    if (token.tag === 'VERB' && !/(?:ing|ed)$/u.test(token.text)) break;
    counted ||= token.tag === 'NOUN';
    words.push(token.lemma);
  }
  // “17 dead”, “three of the injured”
  const victim = words[0] ?? lower(tokens, last + 1);
  if (!counted && VICTIMS.test(victim)) return { unit: 'person', described: [victim] };
  return counted
    ? { unit: words.at(-1) ?? '', described: words.slice(0, -1) }
    : { unit: '', described: words };
}

/** Words for casualties. */
const VICTIMS = /^(?:dead|injured?|hurt|wound(?:ed)?|missing|homeless)$/u;

/** The tolerance of “about”, as a share of the figure. */
const ABOUT = 0.1;

/**
 * True for two figures of the same thing that cannot be the same, with tolerance for rounding and hedges: not for “about
 * 150”, “more than 140” and “145”.
 */
export function quantitiesDiffer(a: Quantity, b: Quantity): boolean {
  if (a.order || b.order) {
    if (a.order && b.order) return a.value !== b.value;
    const [order, exact] = a.order ? [a, b] : [b, a];
    return exact.value < order.value || exact.value >= order.value * 1000;
  }
  if (a.kind === 'score' || b.kind === 'score') return !isOneScore(a, b);
  if (a.value === b.value) return opposedBounds(a, b);
  const [larger, smaller] = a.value > b.value ? [a, b] : [b, a];
  const gap = (larger.value - smaller.value) / larger.value;
  const hedged = a.bound !== 'exact' || b.bound !== 'exact';
  if (hedged && gap <= ABOUT) return opposedBounds(a, b);
  // “More than 2,000” may be 2,300, but not “more than 3,000”.
  if (smaller.bound === 'over' && isPlain(larger) && gap <= 0.5) return false;
  if (larger.bound === 'under' && isPlain(smaller) && gap <= 0.5) return false;
  if (a.kind === 'age' || a.kind === 'rank') return true;
  return !isRounded(larger, smaller) && !isRounded(smaller, larger);
}

/** True for “3-1” and “1-3” too. */
function isOneScore(a: Quantity, b: Quantity): boolean {
  return (
    (a.value === b.value && a.against === b.against) ||
    (a.value === b.against && a.against === b.value)
  );
}

function isPlain({ bound }: Quantity): boolean {
  return bound !== 'over' && bound !== 'under';
}

function opposedBounds(a: Quantity, b: Quantity): boolean {
  return (a.bound === 'over' && b.bound === 'under') || (a.bound === 'under' && b.bound === 'over');
}

/** True if `exact` rounds to `round` at the digits that `round` shows. */
function isRounded(round: Quantity, exact: Quantity): boolean {
  if (round.value < 100 && Number.isInteger(round.value) && Number.isInteger(exact.value))
    return false;
  const digits = round.value.toExponential().split('e')[0]?.replace('.', '').length ?? 0;
  return digits <= 3 && Number(exact.value.toPrecision(Math.max(1, digits))) === round.value;
}
