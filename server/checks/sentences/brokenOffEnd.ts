import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import {
  isArticle,
  isBe,
  isCoordinator,
  isHave,
  isPossessiveDeterminer,
  isPreposition,
  isRelative,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import type { Passage } from './structure/passage.js';

/** Hints at a sentence that ends in a word on which others should follow (“The keys were left with.”). */
export function findBrokenOffEnds({ sentence: { tokens } }: Passage): readonly Span[] {
  const last = tokens.findLast(({ kind }) => kind !== 'punctuation');
  return last !== undefined && leadsOn(last) ? [{ start: last.start, end: last.end }] : [];
}

/** True for a word that opens a phrase or a clause. “The medal is his” does not. */
function leadsOn(word: Token): boolean {
  if (/^(?:his|her)$/u.test(word.lower)) return false;
  return [
    isArticle,
    isPossessiveDeterminer,
    isPreposition,
    isCoordinator,
    isSubordinator,
    isRelative,
    isBe,
    isHave,
  ].some((opens) => opens(word));
}
