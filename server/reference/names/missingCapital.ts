import { wordSet } from '../../lexicon/wordSet.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isKnownPlace } from './knownPlace.js';
import { isAllCapitals } from './spelling.js';

/** Names of places and peoples that are also other words in lower case. */
const AMBIGUOUS_WORDS = wordSet(
  'china turkey polish chad guinea jersey japan java jordan swede nice cork bath reading mobile orange lima cologne bologna ' +
    'panama brazil mali west east north south western eastern pacific alpine arctic antarctic amazon phoenix buffalo hull split ' +
    'florence kiwi pole victoria lancaster sandwich limerick darwin oxford york lucknow man men',
);

/**
 * True if a lower-case word can only be the name that lacks its capital: “beijing”, “putin”, “russian”, but not
 * “turkey” or “pant”. `right` is the word as written in the name.
 */
export function isMissingCapital(written: string, right: string): boolean {
  const singular = written.replace(/s$/u, '');
  if (written.length < 4 || isAllCapitals(right)) return false;
  if ([written, singular].some((word) => AMBIGUOUS_WORDS.has(word))) return false;
  return isKnownPlace(right) || ![written, singular].some(isEnglishWord);
}
