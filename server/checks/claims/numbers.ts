import type { Token } from '../../prose/tokens.js';

/** How a figure is hedged: “about 150”, “more than 99 percent”, “up to ten”. */
export type Bound = 'exact' | 'about' | 'over' | 'under';

/** A figure in a sentence: what it counts and how much of it there is. */
export interface Quantity {
  /** Indices into the sentence's tokens, both included: the hedge, the figure and a “percent”. */
  readonly first: number;
  readonly last: number;
  /** Where the figure alone starts: after the hedge. */
  readonly figure: number;
  readonly value: number;
  readonly bound: Bound;
  /** True where only the order is told: “thousands of”. */
  readonly order: boolean;
  readonly kind: 'count' | 'share' | 'money' | 'age' | 'rank' | 'score';
  /** What the other side has, of a score: 1 of “3-1”. */
  readonly against?: number;
  /** Dictionary form of the noun that is counted, or the currency's sign; empty where there is none. */
  readonly unit: string;
  /** True for “the two countries”, and any count below ten: it speaks of what is known and counts nothing anew. Counts alone. */
  readonly definite: boolean;
  /** Other words between the figure and that noun, by dictionary form. */
  readonly described: readonly string[];
}

const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);
const ORDERS = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);
const RANKS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
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
const CURRENCIES = new Map([
  ['dollar', '$'],
  ['pound', '£'],
  ['euro', '€'],
]);

/** Spans that are so many years: “two decades”, “more than a century”. */
const YEARS = new Map([
  ['decade', 10],
  ['century', 100],
]);

/** Days that count years: “the 20th anniversary”, “her 90th birthday”. */
const MARKED: ReadonlyMap<string, 'count' | 'age'> = new Map([
  ['anniversary', 'count'],
  ['birthday', 'age'],
]);

/** The figures of a sentence, in order; years are dates and no figures. */
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

/** “All but two of the 17” are fifteen too. */
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

/** “19 to 12”, “by 81 votes to 34” are one result where a vote or a win is told; “from 50 to 38 hours” are two figures. */
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

/** How far before a result what it decides is told, in tokens. */
const CUE_REACH = 8;
const DECIDED =
  /^(?:vote|ballot|majority|approve|pass|adopt|ratify|reject|defeat|back|win|beat|lose|draw|lead)$/u;

/** “From 1.40 to 1.90 pounds”: what the second counts, the first counts too. */
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

/** True for a token that writes a year in figures and counts nothing. */
export function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !/^(?:1[5-9]|20)\d\d$/u.test(token.text)) return false;
  if (/^[$£€]$/u.test(lower(tokens, at - 1))) return false;
  const next = tokens[at + 1];
  const before = lower(tokens, at - 1);
  // “the Paris 2024 medallist”
  if (tokens[at - 1]?.tag === 'PROPN') return true;
  if (
    /^(?:in|since|until|till|by|from|before|after|of|to|during|and|late|early|mid|summer|spring|winter|autumn|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
      before,
    )
  ) {
    return true;
  }
  return next?.tag !== 'NOUN' || next.lemma === 'season';
}

function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

const DEFINITE = /^(?:the|these|those|both|other|his|her|its|their|'s|’s)$/u;

/** From here up “the 34 witnesses” tells how many there were; “the two sides” only says which. */
const FEW = 10;

interface Figure {
  readonly value: number;
  readonly against?: number;
  readonly last: number;
  readonly order: boolean;
  readonly kind: Quantity['kind'];
  readonly bound?: Bound;
  /** What is counted, where the figure has it in itself. */
  readonly unit?: string;
}

function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const figureAt = /^[$£€]$/u.test(lower(tokens, at)) ? at + 1 : at;
  const figure = figureOf(tokens, figureAt);
  if (figure === undefined) return undefined;
  const hedge = hedgeBefore(tokens, at);
  const money = figureAt > at ? lower(tokens, at) : undefined;
  const shared = shareAfter(tokens, figure);
  const hasUnit = TIMES.has(lower(tokens, figureAt)) || figure.kind === 'score';
  const counted =
    hasUnit || figure.unit !== undefined || isAloneBefore(tokens, figure)
      ? { unit: figure.unit ?? '', described: [] }
      : (measureAfter(tokens, shared ?? figure.last) ??
        countedAfter(tokens, shared ?? figure.last));
  const years = YEARS.get(counted.unit) ?? 1;
  const currency = CURRENCIES.get(counted.unit);
  const marked = figure.kind === 'rank' ? MARKED.get(counted.unit) : undefined;
  const aged = marked === 'age' || isAge(tokens, figureAt, figure.last);
  return {
    first: hedge?.first ?? at,
    last: shared ?? figure.last,
    figure: at,
    value: figure.value * years,
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
        : money !== undefined || currency !== undefined
          ? 'money'
          : aged
            ? 'age'
            : (marked ?? figure.kind),
    unit: money ?? currency ?? (aged || marked !== undefined || years > 1 ? 'year' : counted.unit),
    described: counted.described,
  };
}

/** “The second £4,000 and the third £7,000”: what follows such an ordinal is another figure, and not what it ranks. */
function isAloneBefore(tokens: readonly Token[], { kind, last }: Figure): boolean {
  return kind === 'rank' && /^(?:\d.*|[$£€])$/u.test(lower(tokens, last + 1));
}

function figureOf(tokens: readonly Token[], at: number): Figure | undefined {
  const word = lower(tokens, at);
  const order = ORDERS.get(word);
  if (order !== undefined && (tokens[at]?.tag === 'NOUN' || lower(tokens, at + 1) === 'of')) {
    const scaled = lower(tokens, at + 1) === 'of' ? (ORDERS.get(lower(tokens, at + 2)) ?? 0) : 0;
    return scaled > 0
      ? { value: order * scaled, last: at + 2, order: true, kind: 'count' }
      : { value: order, last: at, order: true, kind: 'count' };
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

/** “3-1”, “a 6–4 win”; “10-12 people” are no score. */
function scoreOf(tokens: readonly Token[], at: number): Figure | undefined {
  const sides = /^(\d{1,3})[-–](\d{1,3})$/u.exec(lower(tokens, at));
  if (sides === null) return undefined;
  const next = tokens[at + 1];
  if (next?.tag === 'NOUN' && !RESULT.test(next.lemma)) return undefined;
  return {
    value: Number(sides[1]),
    against: Number(sides[2]),
    last: at,
    order: false,
    kind: 'score',
  };
}

const RESULT =
  /^(?:win|victory|triumph|defeat|loss|draw|tie|lead|deficit|thrashing|rout|score|result|scoreline|vote|half|success|upset|aggregate)$/u;

/** “Twice” counts times, or what is done each time: “scored twice”, “scored two goals”. */
function timesOf(tokens: readonly Token[], at: number): Figure | undefined {
  const value = TIMES.get(lower(tokens, at));
  if (value === undefined || lower(tokens, at + 1) === 'as') return undefined;
  return { value, last: at, order: false, kind: 'count' };
}

const TIMES = new Map([
  ['twice', 2],
  ['thrice', 3],
]);

/** “A quarter of an hour”, “half an hour”, “three quarters of an hour”. */
function minutesOf(tokens: readonly Token[], at: number): Figure | undefined {
  const several = /^an?$/u.test(lower(tokens, at)) ? 1 : SMALL.get(lower(tokens, at));
  const partAt = several === undefined ? at : at + (lower(tokens, at + 1) === '-' ? 2 : 1);
  const part = /^(?:half|quarters?)$/u.exec(lower(tokens, partAt))?.[0];
  if (part === undefined || (several === undefined && part !== 'half')) return undefined;
  const hour = partAt + (lower(tokens, partAt + 1) === 'of' ? 3 : 2);
  if (lower(tokens, hour) !== 'hour' || lower(tokens, hour - 1) !== 'an') return undefined;
  const value = (several ?? 1) * (part === 'half' ? 30 : 15);
  return { value, last: hour, order: false, kind: 'count', unit: 'minute' };
}

/** “a fifth of”, “by a third”, “two-thirds”, “half of”. */
function partOf(tokens: readonly Token[], at: number): Figure | undefined {
  const article = /^(?:a|an|one)$/u.test(lower(tokens, at));
  const hyphen = lower(tokens, at + 1) === '-';
  const several = SMALL.get(lower(tokens, at));
  const nameAt = article || several !== undefined ? at + (hyphen ? 2 : 1) : at;
  const name = lower(tokens, nameAt);
  const part = PARTS.get(name.replace(/s$/u, ''));
  if (part === undefined || (nameAt === at && name !== 'half')) return undefined;
  const plural = name.endsWith('s') && several !== undefined && several > 1;
  const ofAny = lower(tokens, nameAt + 1) === 'of' || lower(tokens, at - 1) === 'by';
  if (!plural && !ofAny) return undefined;
  return {
    value: (100 * (plural ? several : 1)) / part,
    last: nameAt,
    order: false,
    kind: 'share',
  };
}

function rankOf(tokens: readonly Token[], at: number): Figure | undefined {
  const value = ordinalOf(tokens[at]);
  if (value === undefined) return undefined;
  if (RANKS.has(lower(tokens, at)) && !isPlace(tokens, at)) return undefined;
  return { value, last: at, order: false, kind: 'rank' };
}

/** True where a sentence has an ordinal in any form, “the second” without its noun too. */
export function hasOrdinal(tokens: readonly Token[], value: number): boolean {
  return tokens.some((token) => ordinalOf(token) === value);
}

function ordinalOf(token: Token | undefined): number | undefined {
  const word = token?.lower ?? '';
  const written = /^(\d{1,3})(?:st|nd|rd|th)$/u.exec(word);
  return written === null ? RANKS.get(word) : Number(written[1]);
}

/** True for an ordinal in words that ranks: “the second child”, “the third of five”, “came second”; “first” may mean “at first”. */
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
  } else if (word === 'half' && lower(tokens, at + 1) === 'a') {
    const scale = SCALES.get(lower(tokens, at + 2));
    return scale === undefined
      ? undefined
      : { value: scale / 2, last: at + 2, order: false, kind: 'count' };
  } else if (/^an?$/u.test(word) && YEARS.has(lower(tokens, at + 1))) {
    return { value: 1, last: at, order: false, kind: 'count' };
  } else if (/^an?$/u.test(word)) {
    const scale = SCALES.get(lower(tokens, at + 1));
    const long = lower(tokens, at + 1).length > 2;
    return scale === undefined || !long
      ? undefined
      : { value: scale, last: at + 1, order: false, kind: 'count', bound: 'about' };
  } else if (TENS.has(word)) {
    value = TENS.get(word) ?? 0;
    const unitAt = lower(tokens, at + 1) === '-' ? at + 2 : at + 1;
    const unit = SMALL.get(lower(tokens, unitAt));
    if (unit !== undefined && unit > 0 && unit < 10 && unitAt > at + 1) {
      value += unit;
      last = unitAt;
    }
  } else {
    value = SMALL.get(word) ?? (word === 'dozen' ? 12 : undefined);
    if (word === 'one' && !/^(?:NOUN|ADJ|NUM)$/u.test(tokens[at + 1]?.tag ?? '')) return undefined;
  }
  if (value === undefined || !Number.isFinite(value)) return undefined;
  for (let next = last + 1; next <= last + 1; next++) {
    const scaleWord = lower(tokens, next);
    const scale = SCALES.get(scaleWord);
    const attached = scaleWord.length > 2 || tokens[next - 1]?.end === tokens[next]?.start;
    if (scale === undefined || !attached) break;
    value *= scale;
    last = next;
  }
  return { value, last, order: false, kind: 'count' };
}

function hedgeBefore(
  tokens: readonly Token[],
  at: number,
): { readonly first: number; readonly bound: Bound } | undefined {
  const two = COMPARISONS.get(`${lower(tokens, at - 2)} ${lower(tokens, at - 1)}`);
  if (two !== undefined && /^(?:no|not)$/u.test(lower(tokens, at - 3)))
    return { first: at - 3, bound: two === 'over' ? 'under' : 'over' };
  // “Goes up to £60” is no “at most”.
  const isOfVerb = lower(tokens, at - 2) === 'up' && UPWARD.test(tokens[at - 3]?.lemma ?? '');
  if (two !== undefined && !isOfVerb) return { first: at - 2, bound: two };
  if (lower(tokens, at - 1) === 'as' && lower(tokens, at - 3) === 'as') {
    return { first: at - 3, bound: 'about' };
  }
  const one = BOUNDS.get(lower(tokens, at - 1));
  return one === undefined ? undefined : { first: at - 1, bound: one };
}

/** Verbs that go with “up”. */
const UPWARD = /^(?:go|come|climb|creep|edge|inch|shoot|rise|jump)$/u;

function shareAfter(tokens: readonly Token[], figure: Figure): number | undefined {
  const next = lower(tokens, figure.last + 1);
  if (/^(?:%|percent|pct)$/u.test(next)) return figure.last + 1;
  return next === 'per' && lower(tokens, figure.last + 2) === 'cent' ? figure.last + 2 : undefined;
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

/** What may follow an age and tell when someone had it: “she was 26 when she won”. */
const OPENS_TIME = /^(?:when|while|as|then)$/u;

/** “70mph winds”, “a five-year deal”: what a figure is joined to is its unit, whatever that measures. */
function measureAfter(
  tokens: readonly Token[],
  last: number,
): { readonly unit: string; readonly described: readonly string[] } | undefined {
  const next = tokens[last + 1];
  if (next === undefined || next.start !== tokens[last]?.end) return undefined;
  if (next.kind === 'word' && MEASURE.test(next.text)) return { unit: next.lower, described: [] };
  const noun = tokens[last + 2];
  if (next.text !== '-' || noun?.start !== next.end) return undefined;
  return /^(?:NOUN|ADJ|X)$/u.test(noun.tag) && /^\p{Ll}+$/u.test(noun.text)
    ? { unit: noun.lemma, described: [] }
    : undefined;
}

/** Units that are written right after their figure. */
const MEASURE =
  /^(?:[kcm]m|k?g|mg|lbs?|ft|in|mph|kph|kmh|km\/h|[kmg]w|[kmg]wh|[mg]b|hrs?|mins?|secs?)$/iu;

/** The noun that a figure counts, and the words that describe it. */
function countedAfter(
  tokens: readonly Token[],
  last: number,
): { readonly unit: string; readonly described: readonly string[] } {
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

/** People told by what befell them. */
const VICTIMS = /^(?:dead|injured?|hurt|wound(?:ed)?|missing|homeless)$/u;

/** How two figures of the same thing stand to each other. */
export type QuantityComparison = 'same' | 'differs';

/** How far “about” reaches, as a share of the figure. */
const ABOUT = 0.1;

/**
 * Compares two figures that count the same thing; rounding and hedges are allowed for, so that “about
 * 150”, “more than 140” and “145” are the same.
 */
export function compareQuantities(a: Quantity, b: Quantity): QuantityComparison {
  if (a.order || b.order) {
    if (a.order && b.order) return a.value === b.value ? 'same' : 'differs';
    const [order, exact] = a.order ? [a, b] : [b, a];
    return exact.value >= order.value && exact.value < order.value * 1000 ? 'same' : 'differs';
  }
  if (a.kind === 'score' || b.kind === 'score') return isOneScore(a, b) ? 'same' : 'differs';
  if (a.value === b.value) return opposedBounds(a, b) ? 'differs' : 'same';
  const [larger, smaller] = a.value > b.value ? [a, b] : [b, a];
  const gap = (larger.value - smaller.value) / larger.value;
  const hedged = a.bound !== 'exact' || b.bound !== 'exact';
  if (hedged && gap <= ABOUT) return opposedBounds(a, b) && gap > 0 ? 'differs' : 'same';
  // “More than 2,000” may be 2,300, yet who writes “more than 3,000” has another figure.
  if (smaller.bound === 'over' && isPlain(larger) && gap <= 0.5) return 'same';
  if (larger.bound === 'under' && isPlain(smaller) && gap <= 0.5) return 'same';
  if (a.kind === 'age' || a.kind === 'rank') return 'differs';
  return isRounded(larger, smaller) || isRounded(smaller, larger) ? 'same' : 'differs';
}

/** Who wins 3-1 is beaten 1-3. */
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

/** True where `round` is what `exact` becomes when rounded to the digits that `round` shows. */
function isRounded(round: Quantity, exact: Quantity): boolean {
  if (round.value < 100 && Number.isInteger(round.value) && Number.isInteger(exact.value))
    return false;
  const digits = round.value.toExponential().split('e')[0]?.replace('.', '').length ?? 0;
  return digits <= 3 && Number(exact.value.toPrecision(Math.max(1, digits))) === round.value;
}
