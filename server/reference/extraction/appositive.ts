import { canDescribeBody, isRoleNoun } from '../../lexicon/roleWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { type SourceWord, isAdjacent } from './words.js';

/** How many words of an appositive are searched for a title. */
const MAX_TITLE_WORDS = 6;

/**
 * True if the name that ends at word `last` is followed by an appositive that states an office: “Suharti, an Indonesian
 * interpreter who…”, “Oumar Ba, the club's youngest player,”.
 */
export function hasOfficeAppositive(words: readonly SourceWord[], last: number): boolean {
  const opening = words[last + 1];
  if (opening?.gap !== ', ' || !/^(?:an?|the|his|her|its|their)$/u.test(opening.text)) return false;
  for (let at = last + 2; at < Math.min(words.length, last + 2 + MAX_TITLE_WORDS); at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || !isAdjacent(word)) return false;
    if (startsWithCapital(word) || word.possessive || !isRoleNoun(word.text)) continue;
    if (canDescribeBody(word.text)) continue;
    if (next === undefined || !isAdjacent(next)) return true;
    if (/^(?:of|at|for|with|in|from|to|on|and|who|whose|whom)$/u.test(next.text)) return true;
  }
  return false;
}
