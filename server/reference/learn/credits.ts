import type { SourceWord, WordSpan } from './words.js';

/** Where a credit line or a byline starts to name people, and where it stops. */
const BEFORE =
  /^(?:by|additional|reporting|writing|editing|story|text|words|photographs?|photos?|pictures?|video|graphics?|illustrations?|compiled|translated)$/iu;
const AFTER =
  /^(?:contributed|contributes|reported|reporting|reports|wrote|in|from|for|of|at|to|is|was|are|were|the|a|an)$/iu;

/**
 * Who is named in a credit line (“Ada Roe and Tom Kerr contributed reporting.”). Such a line holds
 * names and little else, so that even one that has lost its capitals is known.
 */
export function creditedIn(words: readonly SourceWord[]): readonly WordSpan[] {
  const names: WordSpan[] = [];
  let first: number | undefined;
  for (let index = 0; index <= words.length; index++) {
    const word = words[index];
    const ends =
      word === undefined ||
      /^and$/iu.test(word.text) ||
      BEFORE.test(word.text) ||
      AFTER.test(word.text);
    if (first !== undefined && (ends || !/^ +$/u.test(word.gap))) {
      const length = index - first;
      if (length > 1 && length < 5) names.push({ first, last: index - 1 });
      first = undefined;
    }
    if (word !== undefined && AFTER.test(word.text)) break;
    if (!ends) first ??= index;
  }
  return names;
}

/** A name with the capitals that it has lost. */
export function withCapitals(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
