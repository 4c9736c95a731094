import type { SourceWord, WordSpan } from './words.js';

/** The words of a credit line or byline after which names start. */
const BEFORE_NAMES =
  /^(?:by|additional|reporting|writing|editing|story|text|words|photographs?|photos?|pictures?|video|graphics?|illustrations?|compiled|translated)$/iu;
/** The words of a credit line or byline at which names end. */
const AFTER_NAMES =
  /^(?:contributed|contributes|reported|reporting|reports|wrote|in|from|for|of|at|to|is|was|are|were|the|a|an)$/iu;

/**
 * The names in a credit line (“Ada Roe and Tom Kerr contributed reporting.”). Such a line contains little else, so that
 * even names without capitals are recognised.
 */
export function creditedNames(words: readonly SourceWord[]): readonly WordSpan[] {
  const names: WordSpan[] = [];
  let first: number | undefined;
  for (let index = 0; index <= words.length; index++) {
    const word = words[index];
    const ends =
      word === undefined ||
      /^and$/iu.test(word.text) ||
      BEFORE_NAMES.test(word.text) ||
      AFTER_NAMES.test(word.text);
    if (first !== undefined && (ends || !/^ +$/u.test(word.gap))) {
      const length = index - first;
      if (length > 1 && length < 5) names.push({ first, last: index - 1 });
      first = undefined;
    }
    if (word !== undefined && AFTER_NAMES.test(word.text)) break;
    if (!ends) first ??= index;
  }
  return names;
}

/** Capitalises each word of a name. */
export function capitaliseWords(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
