import { wordSet } from './wordSet.js';
/** Function words that open sentences and are not part of a name, in lower case. */
const OPENERS: ReadonlySet<string> =
  wordSet(`the a an he she it they we i you this that these those there here his her its their our my your in on at for from with by
to of about after before as but and or so yet if when while since although though because however meanwhile also some many
most all both each every no not now then what who where why how which whose under over during among between amid against
within without into upon once until despite according earlier later still even only just such any few several other another
neither either nor none much more less perhaps maybe instead today yesterday tomorrow last next is are was were has have had
do does did can could will would should may might must asked`);

/** True for a capitalised function word, as at the start of a sentence. */
export function opensSentence(word: string): boolean {
  return /^\p{Lu}/u.test(word) && OPENERS.has(/^\p{L}+/u.exec(word)?.[0].toLowerCase() ?? '');
}
