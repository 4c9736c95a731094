import { isEnglishWord } from '../../prose/dictionary.js';
import { isKnownPlace } from './knownPlace.js';
import { isAllCapitals } from './spelling.js';

/** Places and peoples whose name in lower case is another word. */
const OTHER_WORDS = new Set(
  (
    'china turkey polish chad guinea jersey japan java jordan swede nice cork bath reading mobile orange lima cologne bologna ' +
    'panama brazil mali west east north south western eastern pacific alpine arctic antarctic amazon phoenix buffalo hull split ' +
    'florence kiwi pole victoria lancaster sandwich limerick darwin oxford york lucknow man men'
  ).split(' '),
);

/**
 * True where a name's word can only be that name, though its capital is lost: “beijing”, “putin”,
 * “russian”; not “turkey”, “pant”. `right` is the word as the name has it.
 */
export function lostItsCapital(written: string, right: string): boolean {
  const singular = written.replace(/s$/u, '');
  if (written.length < 4 || isAllCapitals(right)) return false;
  if ([written, singular].some((word) => OTHER_WORDS.has(word))) return false;
  return isKnownPlace(right) || ![written, singular].some(isEnglishWord);
}
