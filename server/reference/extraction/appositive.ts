import { isBodyHead } from '../../lexicon/nameWords.js';
import { type SourceWord, isAdjacent } from './words.js';

/** The number of words of an appositive that are searched for a title. */
const MAX_TITLE_WORDS = 6;

/**
 * Nouns for institutions that end no institution's name: “Torvald Kabler, a manufacturer of
 * cables”.
 */
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
