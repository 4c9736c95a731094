import { isAlsoOfBodies, isRoleNoun } from '../../lexicon/roleWords.js';
import { type SourceWord, isAdjacent, isCapital } from './words.js';

/** The longest title, in words, that an appositive is read for. */
const LONGEST = 6;

/**
 * True where an appositive behind the name that ends at `last` tells what office someone has: “Suharti, an
 * Indonesian interpreter who…”, “Oumar Ba, the club's youngest player,”.
 */
export function isIntroduced(words: readonly SourceWord[], last: number): boolean {
  const opening = words[last + 1];
  if (opening?.gap !== ', ' || !/^(?:an?|the|his|her|its|their)$/u.test(opening.text)) return false;
  for (let at = last + 2; at < Math.min(words.length, last + 2 + LONGEST); at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || !isAdjacent(word)) return false;
    if (isCapital(word) || word.possessive || !isRoleNoun(word.text)) continue;
    if (isAlsoOfBodies(word.text)) continue;
    if (next === undefined || !isAdjacent(next)) return true;
    if (/^(?:of|at|for|with|in|from|to|on|and|who|whose|whom)$/u.test(next.text)) return true;
  }
  return false;
}
