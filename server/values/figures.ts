import { type Token, lowerAt } from '../prose/tokens.js';
import type { TokenRange } from '../prose/tokenRange.js';
import { isAge } from './ages.js';
import { type Counted, countedAfter } from './counted.js';
import { type Bound, type Numeral, DEFINITE, numeralAt } from './numerals.js';
import { PERCENT, currencyBefore, isCurrency, unitAt } from './units.js';

/** A figure in a sentence, from its hedge to “percent”, with what it counts. */
export interface Quantity extends TokenRange, Omit<Counted, 'times'> {
  /** The first token after the hedge. */
  readonly figure: number;
  readonly value: number;
  readonly bound: Bound;
  /** True for an order of magnitude: “thousands of”. */
  readonly order: boolean;
  readonly kind: 'count' | 'share' | 'money' | 'age' | 'rank' | 'score';
  /** The other side of a score: 1 of “3-1”. */
  readonly against?: number;
  /**
   * True for “the two countries”: a definite count below ten, which refers to things already known.
   * Counts only.
   */
  readonly definite: boolean;
}

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
  if (!ALL_BUT.every((words, index) => words.test(lowerAt(tokens, first + index)))) return [];
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
  if (/^(?:from|between)$/u.test(lowerAt(tokens, one.first - 1))) return undefined;
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
    /^(?:to|and|or)$/u.test(lowerAt(tokens, one.last + 1))
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

/** From here up, “the 34 witnesses” is a count; “the two sides” below it is a reference. */
const FEW = 10;

function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const money = currencyBefore(tokens, at);
  const figureAt = money === undefined ? at : money.last + 1;
  const figure = numeralAt(tokens, figureAt);
  if (figure === undefined) return undefined;
  const hedge = hedgeBefore(tokens, at);
  const shared = shareAfter(tokens, figure);
  const counted =
    figure.unit !== undefined || isAloneBefore(tokens, figure)
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
      DEFINITE.test(lowerAt(tokens, (hedge?.first ?? at) - 1)),
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
function isAloneBefore(tokens: readonly Token[], { kind, last }: Numeral): boolean {
  return (
    kind === 'rank' &&
    (/^\d/u.test(lowerAt(tokens, last + 1)) || currencyBefore(tokens, last + 1) !== undefined)
  );
}

function hedgeBefore(
  tokens: readonly Token[],
  at: number,
): { readonly first: number; readonly bound: Bound } | undefined {
  const two = COMPARISONS.get(`${lowerAt(tokens, at - 2)} ${lowerAt(tokens, at - 1)}`);
  if (two !== undefined && /^(?:no|not)$/u.test(lowerAt(tokens, at - 3)))
    return { first: at - 3, bound: two === 'over' ? 'under' : 'over' };
  // “Goes up to £60” is not “at most £60”.
  const isOfVerb = lowerAt(tokens, at - 2) === 'up' && UPWARD.test(tokens[at - 3]?.lemma ?? '');
  if (two !== undefined && !isOfVerb) return { first: at - 2, bound: two };
  if (lowerAt(tokens, at - 1) === 'as' && lowerAt(tokens, at - 3) === 'as') {
    return { first: at - 3, bound: 'about' };
  }
  const one = BOUNDS.get(lowerAt(tokens, at - 1));
  return one === undefined ? undefined : { first: at - 1, bound: one };
}

/** Verbs whose particle is “up”. */
const UPWARD = /^(?:go|come|climb|creep|edge|inch|shoot|rise|jump)$/u;

function shareAfter(tokens: readonly Token[], figure: Numeral): number | undefined {
  const found = unitAt(tokens, figure.last + 1);
  return found?.unit === PERCENT ? found.last : undefined;
}
