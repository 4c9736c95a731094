import { type Stretch, affinity, isInside } from './alignment.js';
import type { When } from './dates.js';
import type { Witness } from './evidence.js';
import { likeness, opposed } from './kinship.js';
import { clauseAround } from './slots/slot.js';
import type { Statement } from './statement.js';
import { LIGHT, type Term } from './terms.js';

/**
 * Something of a claim in whose place a source sentence, alike around it, has something else: another
 * name, another figure, or of a word the opposite.
 */
export interface Replacement {
  readonly kind: 'name' | 'figure' | 'word';
  /** How much of the words around it the source has around the other, 0 to 1. */
  readonly likeness: number;
}

/** A name, a figure or time, or a word, in token indices, both included. */
interface Item {
  readonly kind: Replacement['kind'];
  readonly first: number;
  readonly last: number;
  /** What a time names; “Monday” and “tonight” may be one. */
  readonly time: When['kind'] | undefined;
  /** The dictionary form of a word; empty for what is none. */
  readonly word: string;
  /** True in a clause that is denied. */
  readonly denied: boolean;
}

/** Words that say how much, when or where, and have an opposite. */
const SMALL_OPPOSITE =
  /^(?:more|most|less|fewer|all|none|no|every|each|always|never|before|after|inside|outside|within|above|below|over|under)$/iu;

/** Two sides of one deal or one bond: what one buys another sells. */
const TWO_SIDES =
  /^(?:buy(?:er)?|purchase|acquire|sell(?:er)?|sale|husband|wife|employer|employee|lend(?:er)?|borrow(?:er)?|import|export)$/u;

/** How far to either side of an item the words around it reach, in tokens. */
const AROUND = 4;

/** The widest gap between two words of a source, in tokens, that what stands between them fills. */
const WIDEST = 8;

/** From here up two words, and two names, are the same in both. */
const SAME_WORD = 0.85;
const SAME_NAME = 0.5;

/** What a laid word counts; words that any sentence has count half, so that they follow the others. */
const WORD = 1;
const SMALL_WORD = 0.5;
const SMALL = /^(?:the|a|an|of|to|in|and|['’]s)$/iu;

/**
 * The names and figures of a claim for which a source sentence has others, and the words for which it
 * has the opposite: the sentence is laid on the claim word by word, and where the words around agree,
 * what the claim has in between must too.
 * What another sentence has at least as well counts as borne out. Cannot throw.
 */
export function replacementsIn(
  claim: Stretch,
  witnesses: readonly Witness[],
): readonly Replacement[] {
  const items = itemsOf(claim.statement).filter((item) => isInside(claim, item));
  const replaced = items.map(() => 0);
  const borne = items.map(() => 0);
  for (const { statement: source } of witnesses) {
    const laid = laidOn(claim, source);
    const taken = new Set(laid);
    const rivals = itemsOf(source).filter(({ first, last }) => isFree(first, last, taken));
    for (const [index, item] of items.entries()) {
      const around = surroundings(claim, item, laid);
      if (around === undefined) continue;
      const best = laid.slice(item.first, item.last + 1).some((at) => at >= 0) ? borne : replaced;
      // “The men's and the women's race”: the source has both.
      if (best === replaced && item.kind === 'word' && hasWord(source, item.word)) continue;
      const fits = (rival: Item): boolean =>
        rival.first > around.from && rival.last < around.to && isRival(item, rival);
      if (best === borne || rivals.some(fits))
        best[index] = Math.max(best[index] ?? 0, around.likeness);
    }
  }
  return items.flatMap(({ kind }, index) => {
    const value = replaced[index] ?? 0;
    return value > (borne[index] ?? 0) ? [{ kind, likeness: value }] : [];
  });
}

function hasWord({ tokens }: Statement, word: string): boolean {
  return tokens.some(({ lemma }) => likeness(word, lemma.toLowerCase()) >= SAME_WORD);
}

/** “Does not rise” is no opposite of “falls”. */
function isRival(item: Item, rival: Item): boolean {
  if (item.kind !== rival.kind || item.time !== rival.time) return false;
  if (item.kind !== 'word') return true;
  if (TWO_SIDES.test(item.word) && TWO_SIDES.test(rival.word)) return false;
  return item.denied === rival.denied && opposed(item.word, rival.word);
}

function itemsOf(statement: Statement): readonly Item[] {
  const known = itemsByStatement.get(statement);
  if (known !== undefined) return known;
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
  });
  const items = [
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
  itemsByStatement.set(statement, items);
  return items;
}

const itemsByStatement = new WeakMap<Statement, readonly Item[]>();

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function isFree(first: number, last: number, taken: ReadonlySet<number>): boolean {
  for (let at = first; at <= last; at++) if (taken.has(at)) return false;
  return true;
}

/**
 * Where in the source the words lie that stand around an item in the claim, `from` and `to` not
 * included, and how many of them lie there at all; `undefined` where they do not enclose one place.
 */
function surroundings(
  { statement, first, last }: Stretch,
  item: Item,
  laid: readonly number[],
): { readonly from: number; readonly to: number; readonly likeness: number } | undefined {
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

/** For each token of the claim's sentence the source token it is laid on, in order; -1 where on none. */
function laidOn(claim: Stretch, source: Statement): readonly number[] {
  const own = claim.statement.tokens;
  const rows = claim.last + 1 - claim.first;
  const columns = source.tokens.length + 1;
  const values = pairValues(claim, source);
  const best = new Float32Array((rows + 1) * columns);
  const valueAt = (row: number, column: number): number => values[row * columns + column] ?? 0;
  const bestAt = (row: number, column: number): number => best[row * columns + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 2; column >= 0; column--) {
      const value = valueAt(row, column);
      best[row * columns + column] = Math.max(
        bestAt(row + 1, column),
        bestAt(row, column + 1),
        value > 0 ? value + bestAt(row + 1, column + 1) : 0,
      );
    }
  }
  const laid = own.map(() => -1);
  for (let row = 0, column = 0; row < rows && column < columns - 1;) {
    const here = bestAt(row, column);
    if (here === bestAt(row + 1, column)) row++;
    else if (here === bestAt(row, column + 1)) column++;
    else laid[claim.first + row++] = column++;
  }
  return laid;
}

/** What it counts to lay a token of the claim on one of the source, row by row; 0 where they differ. */
function pairValues(claim: Stretch, source: Statement): Float32Array {
  const columns = source.tokens.length + 1;
  const values = new Float32Array((claim.last + 1 - claim.first) * columns);
  const names = namesByToken(claim.statement, false);
  const theirs = namesByToken(source, false);
  const meant = namesByToken(source, true);
  for (let at = claim.first; at <= claim.last; at++) {
    const token = claim.statement.tokens[at];
    if (token === undefined || token.kind === 'punctuation') continue;
    const word = token.text.toLowerCase();
    const name = names[at];
    for (const [there, other] of source.tokens.entries()) {
      if (other.kind === 'punctuation') continue;
      const rival = theirs[there] ?? meant[there];
      let value = 0;
      if (other.text.toLowerCase() === word) value = SMALL.test(word) ? SMALL_WORD : WORD;
      else if (name !== undefined && rival !== undefined)
        value = affinity(name, rival) >= SAME_NAME ? WORD : 0;
      else if (name === undefined && theirs[there] === undefined)
        value = likeness(token.lemma, other.lemma) >= SAME_WORD ? WORD : 0;
      values[(at - claim.first) * columns + there] = value;
    }
  }
  return values;
}

/** The name that each token belongs to, or the one that it stands for. */
function namesByToken(
  { tokens, terms }: Statement,
  resolved: boolean,
): readonly (Term | undefined)[] {
  const names = tokens.map((): Term | undefined => undefined);
  for (const term of terms) {
    if (term.kind === 'name' && term.resolved === resolved)
      names.fill(term, term.first, term.last + 1);
  }
  return names;
}
