import { isBodyHead } from '../../lexicon/nameWords.js';
import { canDescribeBody, isRoleNoun } from '../../lexicon/roleWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { type SourceWord, isAdjacent } from './words.js';

/** How many words of an appositive are searched for a title. */
const MAX_TITLE_WORDS = 6;

/**
 * True if the name that ends at word `last` is followed by an appositive that states an office: “Suharti, an Indonesian
 * interpreter who…”, “Oumar Ba, the club's youngest player,”, “Olu Vance, cabinet member for housing,”.
 */
export function hasOfficeAppositive(words: readonly SourceWord[], last: number): boolean {
  const opening = words[last + 1];
  if (opening?.gap !== ', ') return false;
  const article = /^(?:an?|the|his|her|its|their)$/u.test(opening.text);
  const first = last + (article ? 2 : 1);
  for (let at = first; at < Math.min(words.length, first + MAX_TITLE_WORDS); at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || (at > last + 1 && !isAdjacent(word))) return false;
    if (startsWithCapital(word) || word.possessive) {
      if (article) continue;
      return false;
    }
    const before = at > first ? words[at - 1] : undefined;
    if (word.text === 'member' ? before?.tag !== 'NOUN' : !isRoleNoun(word.text)) continue;
    if (canDescribeBody(word.text)) continue;
    if (next === undefined || !isAdjacent(next)) return article;
    if (/^(?:of|at|for|with|in)$/u.test(next.text)) return true;
    if (article && /^(?:from|to|on|and|who|whose|whom)$/u.test(next.text)) return true;
  }
  return false;
}

/** Nouns for institutions that end the name of none: “Torvald Kabler, a manufacturer of cables”. */
const INSTITUTION =
  /^(?:start-?up|magazine|website|carmaker|automaker|manufacturer|retailer|broadcaster|supplier|subsidiary)$/u;

/**
 * True if the name that ends at word `last` is followed by an appositive with an institution for its noun: “Torvald
 * Kabler, a Norwegian cable company,”.
 */
export function hasInstitutionAppositive(words: readonly SourceWord[], last: number): boolean {
  const opening = words[last + 1];
  if (opening?.gap !== ', ' || !/^(?:an?|the)$/u.test(opening.text)) return false;
  for (let at = last + 2; at < Math.min(words.length, last + 2 + MAX_TITLE_WORDS); at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || !isAdjacent(word) || word.possessive) return false;
    const isEnd = next === undefined || !isAdjacent(next);
    if (isEnd || /^(?:of|at|for|with|in|from|that|which|based)$/u.test(next.text))
      return isBodyHead(word.text) || INSTITUTION.test(word.text);
  }
  return false;
}
