import { memoize } from '../../../prose/memoize.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { isExceptive } from '../statement/exceptives.js';
import { excludeEachOther, similarity } from '../words/lexicalRelations.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { isInDenial } from '../statement/statementQueries.js';
import { LIGHT_WEIGHT } from '../statement/terms.js';
import { type TokenAlignment, contextAround } from '../align/tokenAlignment.js';
import { type TokenRange, overlapsRange } from '../../../prose/tokenRange.js';

/** A name or word of a claim for which a source sentence with the same context has another name or an antonym. */
export interface Replacement {
  readonly kind: Item['kind'];
  /** The share of its context words that the source has too, 0 to 1. */
  readonly likeness: number;
}

/** A name or word. */
interface Item extends TokenRange {
  readonly kind: 'name' | 'word';
  /** The dictionary form of a word; empty for names. */
  readonly word: string;
  /** True in a negated clause. */
  readonly denied: boolean;
  /** True in the scope of an exception. */
  readonly isExceptive: boolean;
}

/** Function words with antonyms. */
const SMALL_OPPOSITE =
  /^(?:more|most|less|fewer|some|all|none|no|every|each|always|never|before|after|inside|outside|within|above|below|over|under)$/iu;

/**
 * The widest gap between two aligned source words in which an alternative is looked for, in tokens.
 */
const WIDEST = 8;

/** The least similarity of the same word. */
const SAME_WORD = 0.85;

/**
 * Finds the names of a claim for which a source sentence has others, and the words for which it has an antonym, in
 * the same context. `alignment` has that of each evidence sentence. An item that another sentence has in a context
 * at least as similar is grounded, not replaced.
 */
export function replacementsIn(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  alignment: readonly TokenAlignment[],
): readonly Replacement[] {
  const items = itemsOf(claim.statement).filter((item) => overlapsRange(claim, item));
  const replaced = items.map(() => 0);
  const grounded = items.map(() => 0);
  for (const [index, { statement: source }] of evidence.entries()) {
    const own = alignment[index] ?? [];
    const alternatives = freeItems(source, own);
    for (const [at, item] of items.entries()) {
      const around = surroundings(claim, item, own);
      if (around === undefined) continue;
      const best = isAligned(item, own) ? grounded : replaced;
      // “The men's and the women's race” has both.
      if (best === replaced && item.kind === 'word' && hasWord(source, item.word)) continue;
      const fits = (alternative: Item): boolean =>
        lies(alternative, around) && isAlternative(item, alternative);
      if (best === grounded || alternatives.some(fits))
        best[at] = Math.max(best[at] ?? 0, around.likeness);
    }
  }
  return items.flatMap(({ kind }, index) => {
    const value = replaced[index] ?? 0;
    return value > (grounded[index] ?? 0) ? [{ kind, likeness: value }] : [];
  });
}

/** True if a token of an item is aligned. */
function isAligned({ first, last }: Item, alignment: TokenAlignment): boolean {
  return alignment.slice(first, last + 1).some((at) => at >= 0);
}

/** The items of a source with no aligned token. */
function freeItems(source: Statement, alignment: TokenAlignment): readonly Item[] {
  return itemsOf(source).filter(
    ({ first, last }) => !alignment.some((at) => first <= at && at <= last),
  );
}

function hasWord({ tokens }: Statement, word: string): boolean {
  return tokens.some(({ lemma }) => similarity(word, lemma.toLowerCase()) >= SAME_WORD);
}

/** True for two items of which only one can be true. “Does not rise” and “falls” can both be. */
function isAlternative(item: Item, alternative: Item): boolean {
  if (item.kind !== alternative.kind) return false;
  if (item.kind === 'name') return true;
  if (item.isExceptive || alternative.isExceptive) return false;
  return item.denied === alternative.denied && excludeEachOther(item.word, alternative.word);
}

/** The items of a sentence that could be replaced. */
const itemsOf = memoize((statement: Statement): readonly Item[] => {
  const { tokens, terms, quantities, dates } = statement;
  const named = terms.filter(
    (term) => term.kind === 'name' && !term.resolved && term.weight > LIGHT_WEIGHT,
  );
  const taken = [...named, ...quantities, ...dates];
  const item = (kind: Item['kind'], first: number, last: number, word = ''): Item => ({
    kind,
    first,
    last,
    word,
    denied: word !== '' && isInDenial(statement, first),
    isExceptive: word !== '' && isExceptive(statement, { first, last }),
  });
  return [
    ...named.map(({ first, last }) => item('name', first, last)),
    ...terms.flatMap(({ kind, first, last, word, weight }) =>
      kind !== 'name' && weight > LIGHT_WEIGHT ? item('word', first, last, word) : [],
    ),
    ...tokens.flatMap(({ text }, at) =>
      SMALL_OPPOSITE.test(text) && !taken.some(({ first, last }) => first <= at && at <= last)
        ? item('word', at, at, text.toLowerCase())
        : [],
    ),
  ];
});

/** Where a source has the context words of an item. */
interface Surroundings {
  /** The source's tokens on either side, excluded. */
  readonly from: number;
  readonly to: number;
  /** The share of the context words that are aligned, 0 to 1. */
  readonly likeness: number;
}

/** True for an item of the source inside the context. */
function lies({ first, last }: Item, { from, to }: Surroundings): boolean {
  return first > from && last < to;
}

/** `undefined` if the context words of an item do not enclose one place of the source. */
function surroundings(
  claim: ClaimSpan,
  item: Item,
  alignment: TokenAlignment,
): Surroundings | undefined {
  const { words, aligned, before, after } = contextAround(claim, item, alignment);
  if (before === undefined && after === undefined) return undefined;
  const from = before ?? Math.max(-1, (after ?? 0) - WIDEST);
  const to = after ?? (before ?? 0) + WIDEST;
  if (to - from - 1 > WIDEST) return undefined;
  return { from, to, likeness: aligned / words };
}
