import {
  VARIETIES,
  type Variety,
  type WordCase,
  type WordEntry,
  packEntry,
} from '../../server/checks/spelling/wordValue.js';
import type { HunspellWords } from './hunspell.js';

/** The inputs of the list of words. */
export interface WordSources {
  readonly dictionaries: Readonly<Record<Variety, HunspellWords>>;
  /** Larger lists, which also have rare words and a few slips. */
  readonly larger: Iterable<string>;
  /** A list for word games, which has no slips but also words that nobody writes (“ahed”). */
  readonly forGames: Iterable<string>;
  /** Frequencies on the Zipf scale, by the word in lower case. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** The minimum frequency of a word that is not in the dictionaries. */
const LEAST_FREQUENCY = 1.5;
/** The minimum frequency of a compound that is in no list; slips are nearly as frequent. */
const LEAST_COMPOUND_FREQUENCY = 2;
/** The minimum frequency of a new word, which is in no list and may also be a common slip. */
const LEAST_NEW_FREQUENCY = 2.8;
const LEAST_PART_FREQUENCY = 3.5;

/** The minimum difference in frequency from which a word is considered a slip for one that differs by a letter. */
const SLIP_RATIO = 3;
/** The same for words that only the list for word games has. */
const GAME_SLIP_RATIO = 2.5;
/** The same for words that only the frequencies have. */
const NEW_SLIP_RATIO = 2.1;

/** Words that are so often next to others that two of them in one are probably not a compound. */
const FUNCTION_WORDS = new Set(
  (
    'that this with from have they their there were been will would could should which when what your them than then ' +
    'some into more other about after before because over under only also such most many much each both very just even ' +
    'well back must does done being those these while where whom whose here through against between without within upon ' +
    'every never ever still since until make made take took come came know like want need good first last long same less'
  ).split(' '),
);

/** Elements that form new words with any noun. */
const COMBINING =
  /^(?:anti|agri|astro|auto|bio|counter|crypto|cyber|eco|electro|geo|hydro|hyper|infra|inter|macro|mega|micro|mini|multi|nano|narco|neo|neuro|non|over|petro|photo|post|pre|pseudo|psycho|radio|retro|semi|socio|sub|super|techno|tele|trans|ultra|under)(?=\p{Ll}{4})/u;

/** The number that the graph stores for each word, by the word in lower case without accents. */
export function selectWords(sources: WordSources): ReadonlyMap<string, number> {
  const { dictionaries, larger, forGames, frequencies } = sources;
  const frequencyOf = (key: string): number => frequencies.get(key) ?? 0;
  const found = new Map<string, Omit<WordEntry, 'frequency'>>();
  const add = (key: string, varieties: number, wordCase: WordCase, isHidden = false): void => {
    const known = found.get(key);
    const isSame = known?.wordCase === wordCase;
    if (known !== undefined && !isSame && wordCase !== 'lower') return;
    found.set(key, {
      varieties: varieties | (isSame ? known.varieties : 0),
      wordCase,
      isHidden,
      isDoubtful: false,
    });
  };
  for (const [bit, variety] of VARIETIES.entries()) {
    const { words, hidden } = dictionaries[variety];
    for (const word of words) {
      const key = keyOf(word);
      if (key !== undefined) add(key, 1 << bit, caseOf(word), hidden.has(word));
    }
  }
  acceptOxfordSpelling(found);
  const all = (1 << VARIETIES.length) - 1;
  const isSlip = (key: string, ratio: number): boolean => {
    const limit = Math.max(3, frequencyOf(key) + ratio);
    return neighboursOf(key).some(
      (other) => frequencyOf(other) >= limit && found.has(other) && !isInflected(key, other),
    );
  };
  const extra = new Map<string, boolean>();
  for (const [list, ratio] of [
    [larger, SLIP_RATIO],
    [forGames, GAME_SLIP_RATIO],
  ] as const) {
    for (const word of list) {
      if (!/^[a-z]{4,}$/u.test(word) || found.has(word) || extra.has(word)) continue;
      if (frequencyOf(word) >= LEAST_FREQUENCY) extra.set(word, isSlip(word, ratio));
    }
  }
  const isPart = (part: string): boolean =>
    part.length >= 4 &&
    found.get(part)?.wordCase === 'lower' &&
    frequencyOf(part) >= LEAST_PART_FREQUENCY &&
    !FUNCTION_WORDS.has(part);
  for (const [word, frequency] of frequencies) {
    if (frequency < LEAST_COMPOUND_FREQUENCY) continue;
    if (!/^[a-z]{4,}$/u.test(word) || found.has(word) || extra.has(word)) continue;
    if (frequency >= LEAST_NEW_FREQUENCY && !isSlip(word, NEW_SLIP_RATIO)) extra.set(word, true);
    if (word.length < 7) continue;
    const rest = word.replace(COMBINING, '');
    const isCompound =
      (rest !== word && found.get(rest)?.wordCase === 'lower' && frequencyOf(rest) >= 3) ||
      Array.from({ length: word.length - 7 }, (_, at) => at + 4).some(
        (at) => isPart(word.slice(0, at)) && isPart(word.slice(at)),
      );
    if (isCompound && !isSlip(word, NEW_SLIP_RATIO)) extra.set(word, false);
  }
  for (const [word, isDoubtful] of extra) {
    found.set(word, { varieties: all, wordCase: 'lower', isHidden: isDoubtful, isDoubtful });
  }
  return new Map(
    [...found].map(([key, entry]) => [key, packEntry({ ...entry, frequency: frequencyOf(key) })]),
  );
}

/** The word in lower case without accents; `undefined` for possessives, abbreviations with points, and digits. */
function keyOf(word: string): string | undefined {
  const key = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/gu, "'")
    .replace(/æ/gu, 'ae')
    .replace(/œ/gu, 'oe')
    .toLowerCase();
  return /^[a-z][a-z']*$/u.test(key) && !/'s?$/u.test(key) ? key : undefined;
}

function caseOf(word: string): WordCase {
  if (!/\p{Lu}/u.test(word)) return 'lower';
  return /^\p{Lu}[\p{Ll}']*$/u.test(word) ? 'capitalised' : 'capitals';
}

/**
 * British and Australian papers may write -ize too; other differences between the varieties are
 * kept.
 */
function acceptOxfordSpelling(found: Map<string, Omit<WordEntry, 'frequency'>>): void {
  const bits = (1 << VARIETIES.indexOf('en-GB')) | (1 << VARIETIES.indexOf('en-AU'));
  for (const [key, entry] of found) {
    const other = key.replace(/iz(?=(?:e[drs]?|ers|ing|ings|ations?|able)$)/u, 'is');
    if (other === key) continue;
    const british = (found.get(other)?.varieties ?? 0) & bits;
    found.set(key, { ...entry, varieties: entry.varieties | british });
  }
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/**
 * All results of one slip in a word: a letter left out, added, changed or exchanged with the next.
 */
function neighboursOf(word: string): readonly string[] {
  const all: string[] = [];
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    all.push(...LETTERS.map((letter) => head + letter + tail));
    if (tail === '') continue;
    all.push(head + tail.slice(1), ...LETTERS.map((letter) => head + letter + tail.slice(1)));
    if (tail.length > 1) all.push(`${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`);
  }
  return all.filter((other) => other !== word);
}

/** True for a word and its plural or past, which differ by a letter without being slips for each other. */
function isInflected(word: string, other: string): boolean {
  const [shorter, longer] = word.length < other.length ? [word, other] : [other, word];
  return longer === `${shorter}s` || longer === `${shorter}d` || longer === `${shorter}y`;
}
