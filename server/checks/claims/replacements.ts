import { type Stretch, isInside } from './alignment.js';
import type { When } from './dates.js';
import type { Witness } from './evidence.js';
import { leavesOut } from './exceptions.js';
import { likeness, opposed } from './kinship.js';
import type { Laid } from './laying.js';
import { clauseAround } from './slots/slot.js';
import type { Statement } from './statement.js';
import { LIGHT } from './terms.js';
import { memoize } from '../../prose/memoize.js';

/**
 * Something of a claim in whose place a source sentence, alike around it, has something else: another
 * name, another figure, or of a word the opposite.
 */
export interface Replacement {
  readonly kind: Item['kind'];
  /** How much of the words around it the source has around the other, 0 to 1. */
  readonly likeness: number;
}

/** A name, a figure or time, or a word, in token indices, both included. */
interface Item {
  readonly kind: 'name' | 'figure' | 'word';
  readonly first: number;
  readonly last: number;
  /** What a time names; “Monday” and “tonight” may be one. */
  readonly time: When['kind'] | undefined;
  /** The dictionary form of a word; empty for what is none. */
  readonly word: string;
  /** True in a clause that is denied. */
  readonly denied: boolean;
  /** True for a word that is said of all but some. */
  readonly leavesOut: boolean;
}

/** Words that say how much, when or where, and have an opposite. */
const SMALL_OPPOSITE =
  /^(?:more|most|less|fewer|some|all|none|no|every|each|always|never|before|after|inside|outside|within|above|below|over|under)$/iu;

/** Two sides of one deal or one bond: what one buys another sells. */
const TWO_SIDES =
  /^(?:buy(?:er)?|purchase|acquire|sell(?:er)?|sale|husband|wife|employer|employee|lend(?:er)?|borrow(?:er)?|import|export)$/u;

/** How far to either side of an item the words around it reach, in tokens. */
const AROUND = 4;

/** The widest gap between two words of a source, in tokens, that what stands between them fills. */
const WIDEST = 8;

/** From here up two words are the same. */
const SAME_WORD = 0.85;

/**
 * The names and figures of a claim for which a source sentence has others, and the words for which it
 * has the opposite: where the words around agree, what the claim has in between must too. `laid` tells
 * how each witness lies on the claim. What another sentence has at least as well counts as borne out.
 */
export function replacementsIn(
  claim: Stretch,
  witnesses: readonly Witness[],
  laid: readonly Laid[],
): readonly Replacement[] {
  const items = itemsOf(claim.statement).filter((item) => isInside(claim, item));
  const replaced = items.map(() => 0);
  const borne = items.map(() => 0);
  for (const [index, { statement: source }] of witnesses.entries()) {
    const own = laid[index] ?? [];
    const rivals = freeItems(source, own);
    for (const [at, item] of items.entries()) {
      const around = surroundings(claim, item, own);
      if (around === undefined) continue;
      const best = isLaid(item, own) ? borne : replaced;
      // “The men's and the women's race”: the source has both.
      if (best === replaced && item.kind === 'word' && hasWord(source, item.word)) continue;
      const fits = (rival: Item): boolean => lies(rival, around) && isRival(item, rival);
      if (best === borne || rivals.some(fits)) best[at] = Math.max(best[at] ?? 0, around.likeness);
    }
  }
  return items.flatMap(({ kind }, index) => {
    const value = replaced[index] ?? 0;
    return value > (borne[index] ?? 0) ? [{ kind, likeness: value }] : [];
  });
}

/** True where a token of an item lies on one of the source. */
function isLaid({ first, last }: Item, laid: Laid): boolean {
  return laid.slice(first, last + 1).some((at) => at >= 0);
}

/** The items of a source of which no token lies on one of the claim's. */
function freeItems(source: Statement, laid: Laid): readonly Item[] {
  const taken = new Set(laid);
  return itemsOf(source).filter(
    ({ first, last }) => !range(first, last).some((at) => taken.has(at)),
  );
}

function hasWord({ tokens }: Statement, word: string): boolean {
  return tokens.some(({ lemma }) => likeness(word, lemma.toLowerCase()) >= SAME_WORD);
}

/** True for two items of which only one can be so. “Does not rise” is no opposite of “falls”. */
function isRival(item: Item, rival: Item): boolean {
  if (item.kind !== rival.kind || item.time !== rival.time) return false;
  if (item.kind !== 'word') return true;
  if (item.leavesOut || rival.leavesOut) return false;
  return item.denied === rival.denied && isOpposite(item.word, rival.word);
}

/** True for words of which the one denies the other, given by their dictionary forms. */
export function isOpposite(a: string, b: string): boolean {
  return opposed(a, b) && !(TWO_SIDES.test(a) && TWO_SIDES.test(b));
}

/** The names, figures, times and words of a sentence that another could have others for. */
const itemsOf = memoize((statement: Statement): readonly Item[] => {
  const { tokens, terms, quantities, dates } = statement;
  const named = terms.filter(
    (term) => term.kind === 'name' && !term.resolved && term.weight > LIGHT,
  );
  const taken = new Set(
    [...named, ...quantities, ...dates].flatMap(({ first, last }) => range(first, last)),
  );
  const item = (kind: Item['kind'], first: number, last: number, word = ''): Item => ({
    kind,
    first,
    last,
    time: undefined,
    word,
    denied: word !== '' && clauseAround(statement, first)?.group.negated === true,
    leavesOut: word !== '' && leavesOut(statement, { first, last }),
  });
  return [
    ...named.map(({ first, last }) => item('name', first, last)),
    ...quantities.map(({ first, last }) => item('figure', first, last)),
    ...dates.map(({ kind, first, last }) => ({ ...item('figure', first, last), time: kind })),
    ...terms.flatMap(({ kind, first, last, word, weight }) =>
      kind !== 'name' && weight > LIGHT ? item('word', first, last, word) : [],
    ),
    ...tokens.flatMap(({ text }, at) =>
      !taken.has(at) && SMALL_OPPOSITE.test(text) ? item('word', at, at, text.toLowerCase()) : [],
    ),
  ];
});

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Where in a source the words lie that stand around an item of the claim. */
interface Surroundings {
  /** The source's tokens on either side, not included. */
  readonly from: number;
  readonly to: number;
  /** How many of the words around the item lie there at all, 0 to 1. */
  readonly likeness: number;
}

/** True for an item of the source that stands where these words enclose it. */
function lies({ first, last }: Item, { from, to }: Surroundings): boolean {
  return first > from && last < to;
}

/** `undefined` where the words around an item do not enclose one place of the source. */
function surroundings(
  { statement, first, last }: Stretch,
  item: Item,
  laid: Laid,
): Surroundings | undefined {
  let words = 0;
  const left: number[] = [];
  const right: number[] = [];
  for (let at = item.first - AROUND; at <= item.last + AROUND; at++) {
    if (at < first || at > last || (at >= item.first && at <= item.last)) continue;
    if (!/^(?:word|number)$/u.test(statement.tokens[at]?.kind ?? '')) continue;
    words++;
    const there = laid[at] ?? -1;
    if (there >= 0) (at < item.first ? left : right).push(there);
  }
  const before = left.at(-1);
  const after = right[0];
  if (before === undefined && after === undefined) return undefined;
  const from = before ?? Math.max(-1, (after ?? 0) - WIDEST);
  const to = after ?? (before ?? 0) + WIDEST;
  if (to - from - 1 > WIDEST) return undefined;
  return { from, to, likeness: (left.length + right.length) / words };
}
