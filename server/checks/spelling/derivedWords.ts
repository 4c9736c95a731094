import { boundedMemo } from '../../prose/boundedMemo.js';
import { entryOf } from './dictionary.js';
import { isSmallWord } from './smallWords.js';

// English forms new words all the time, and no dictionary has them all. A word is accepted if it
// combines a frequent word with an element that combines with any word.

/** Elements before a word. The shortest ones (“re”, “de”) go with too many slips. */
const PREFIXES =
  'anti|auto|bio|counter|cross|cyber|eco|electro|euro|ex|extra|geo|hydro|hyper|infra|inter|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|narco|neo|neuro|non|off|out|over|petro|photo|poly|post|pre|pro|pseudo|psycho|retro|semi|socio|step|sub|super|techno|tele|trans|ultra|un|under|up';
const PREFIX = new RegExp(`^(?:${PREFIXES})(?=[a-z]{4})`, 'u');
const ALONE: ReadonlySet<string> = new Set(PREFIXES.split('|'));

/** True for an element that lacks its hyphen or its word: “pre” in “pre war”. `key` is as in the dictionary. */
export function isPrefix(key: string): boolean {
  return ALONE.has(key);
}

/** Elements after a word, with the letters that the word loses before them. */
const SUFFIX =
  /(?<=[a-z]{4})(?:less|like|ness|wide|ward|wards|proof|worthy|free|goers?|makers?|holders?|bound|scape|hood|dom|ish|ings?)$/u;

/** Before a verb or its noun, but as a slip too; the rest is long and frequent. */
const AGAIN = /^re(?=[a-z]{5})/u;

/** The least frequency of the word, on the Zipf scale. */
const FREQUENT = 3;

/** True for a derived or compound form of a frequent word: “underregulated”, “crisislike”. `key` is as in the dictionary. */
export const isDerivedWord: (key: string) => boolean = boundedMemo((key) => {
  const [stem, root] = [key.replace(PREFIX, ''), key.replace(SUFFIX, '')];
  if (stem !== key && stem.length >= 5 && isFrequent(stem)) return true;
  if (root !== key && root.length >= 5 && isFrequent(root)) return true;
  if (AGAIN.test(key) && isFrequent(key.slice(2), 4)) return true;
  return isPlural(key) || isCompound(key);
}, 1024);

/** True for a noun with an -s. The dictionary has the plurals of frequent nouns, and of those that change. */
function isPlural(key: string): boolean {
  return key.length >= 5 && /[^s]s$/u.test(key) && isFrequent(key.slice(0, -1), 0);
}

/** The shortest part of a compound, in UTF-16 units, and the minimum frequency of both parts. */
const SHORTEST_PART = 3;
const PART_FREQUENCY = 4;

/** True for two frequent nouns in one: “dashcam”. With “the” or “of” it is a missing space. */
function isCompound(key: string): boolean {
  for (let at = SHORTEST_PART; at <= key.length - SHORTEST_PART; at++) {
    const [first, second] = [key.slice(0, at), key.slice(at)];
    if (first.length + second.length < 7 || isSmallWord(first) || isSmallWord(second)) continue;
    if (isFrequent(first, PART_FREQUENCY) && isFrequent(second, PART_FREQUENCY)) return true;
  }
  return false;
}

function isFrequent(word: string, least = FREQUENT): boolean {
  const entry = entryOf(word);
  return entry?.wordCase === 'lower' && !entry.isDoubtful && entry.frequency >= least;
}
