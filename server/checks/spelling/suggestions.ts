import { boundedMemo } from '../../prose/boundedMemo.js';
import { memoize } from '../../prose/memoize.js';
import { spellingWords, entryOf } from './dictionary.js';
import type { DoubtfulWord } from './doubtfulWord.js';
import { irregularPastFor } from './irregularPast.js';
import { nearWords } from './nearWords.js';
import { isSmallWord } from './smallWords.js';
import type { WordCase, WordEntry } from './wordValue.js';

/** A word that was perhaps meant. */
export interface Suggestion {
  readonly word: string;
  readonly entry: WordEntry;
  /** The cost of the slips that turn it into the written word, see `editCost.ts`. */
  readonly cost: number;
  /** How unlikely it is to be the intended word: lower is better. */
  readonly score: number;
}

/** The additional cost allowed for a word that is ten times as frequent. */
const FREQUENCY_WEIGHT = 0.55;

/** The maximum cost of a single slip, and of two slips in a longer word. */
const ONE_SLIP = 2;
const TWO_SLIPS = 3.3;
/** The shortest word in which two slips are looked for, in UTF-16 units. */
const LONG_ENOUGH = 6;
/** A word that is as frequent as this, on the Zipf scale, and a single slip away is meant; no other is looked for. */
const FREQUENT = 2.5;

/** Nobody reads more than this. */
const MOST_KEPT = 24;

/** The words that a word in lower case may have been meant to be, best first, in all varieties of English. */
export const suggestionsFor: (key: string) => readonly Suggestion[] = boundedMemo(
  (key) =>
    [...irregular(key), ...near(key), ...split(key), ...capital(key)]
      .sort((a, b) => a.score - b.score)
      .filter(({ word }, at, all) => all.findIndex((other) => other.word === word) === at)
      .slice(0, MOST_KEPT),
  1024,
);

/** The same, kept with the word: a draft with many doubtful words is asked about all of them with each key. */
export const suggestionsOf = memoize(({ key }: DoubtfulWord): readonly Suggestion[] =>
  suggestionsFor(key),
);

function near(key: string): readonly Suggestion[] {
  const close = within(key, ONE_SLIP);
  const isFound = close.some(({ entry }) => entry.frequency >= FREQUENT);
  return isFound || key.length < LONG_ENOUGH ? close : within(key, TWO_SLIPS);
}

function within(key: string, limit: number): readonly Suggestion[] {
  const graph = spellingWords();
  if (graph === undefined) return [];
  return nearWords(graph, key, limit).flatMap(({ word, cost }) => {
    const entry = entryOf(word);
    if (entry === undefined || entry.isHidden || word === key) return [];
    return [{ word, entry, cost, score: cost - FREQUENCY_WEIGHT * entry.frequency }];
  });
}

/** The irregular past that a regular form stands for, which is no slip of the keys. */
function irregular(key: string): readonly Suggestion[] {
  const word = irregularPastFor(key);
  const entry = word === undefined ? undefined : entryOf(word);
  if (word === undefined || entry === undefined) return [];
  return [{ word, entry, cost: 0, score: -FREQUENCY_WEIGHT * entry.frequency }];
}

/** What a missing capital costs. */
const CAPITAL = 0;

/**
 * The minimum frequency of a name, on the Zipf scale: rarer ones are written in small letters too,
 * such as “kevlar”.
 */
const KNOWN_NAME = 4;

/** The word itself as a name. */
function capital(key: string): readonly Suggestion[] {
  const entry = entryOf(key);
  if (entry?.wordCase !== 'capitalised' || entry.frequency < KNOWN_NAME) return [];
  return [{ word: key, entry, cost: CAPITAL, score: CAPITAL - FREQUENCY_WEIGHT * entry.frequency }];
}

/** The cost of a missing space, and the minimum frequency of both words. */
const SPACE = 1.6;
const SPLIT_FREQUENCY = 4;

/** The word as two frequent ones, one of them small, if a space is missing; of their frequencies the lower one counts. */
function split(key: string): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (let at = 1; at < key.length; at++) {
    const [first, second] = [key.slice(0, at), key.slice(at)];
    if (!isSmallWord(first) && !isSmallWord(second)) continue;
    const [one, other] = [partEntry(first), partEntry(second)];
    if (one === undefined || other === undefined) continue;
    const entry = one.frequency < other.frequency ? one : other;
    if (entry.frequency < SPLIT_FREQUENCY) continue;
    const score = SPACE - FREQUENCY_WEIGHT * (entry.frequency - 1);
    found.push({ word: `${first} ${second}`, entry, cost: SPACE, score });
  }
  return found;
}

/** The dictionary's entry for a part; its many abbreviations of one or two letters do not count. */
function partEntry(part: string): WordEntry | undefined {
  if (part.length < 3 && !isSmallWord(part)) return undefined;
  const entry = entryOf(part);
  return entry?.wordCase === 'lower' ? entry : undefined;
}

/**
 * A suggestion in the form that replaces `written`: with its capitals and those of the dictionary.
 */
export function writtenLike(
  {
    word,
    entry: { wordCase },
  }: { readonly word: string; readonly entry: { readonly wordCase: WordCase } },
  written: string,
): string {
  if (wordCase === 'capitals') return word.toUpperCase();
  const isCapital = wordCase === 'capitalised' || /^\p{Lu}/u.test(written);
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
