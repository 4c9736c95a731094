import { isEnglishWord } from '../../prose/tokens.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';

/** Places and peoples whose name in lower case is another word. */
const OTHER_WORDS = new Set(
  (
    'china turkey polish chad guinea jersey japan java jordan swede nice cork bath reading mobile orange lima cologne bologna ' +
    'panama brazil mali west east north south western eastern pacific alpine arctic antarctic amazon phoenix buffalo hull split ' +
    'florence victoria lancaster sandwich limerick darwin oxford york lucknow man men'
  ).split(' '),
);

/**
 * True where a name's word can only be that name, though its capital is lost: “beijing”, “putin”,
 * “russian”; not “turkey”, “pant”. `right` is the word as the name has it. Cannot throw.
 */
export function lostItsCapital(written: string, right: string): boolean {
  if (written.length < 4 || OTHER_WORDS.has(written)) return false;
  return !isEnglishWord(written) || placeNamed(right) !== undefined || placeOfDemonym(right) !== undefined;
}
