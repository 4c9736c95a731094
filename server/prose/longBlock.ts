import type { RawBlock } from './markdown.js';

/**
 * The longest block that is read as one, in UTF-16 units. A whole page without a paragraph break is
 * shorter; what is longer is no draft's, and checks whose time grows with the square of a paragraph
 * would take minutes for it.
 */
const LONGEST = 12_000;

/** Cuts a block that is too long for one into several, between sentences if it has any. */
export function cutLongBlock(block: RawBlock): readonly RawBlock[] {
  const { text, map } = block;
  if (text.length <= LONGEST) return [block];
  const parts: RawBlock[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + lengthOfPart(text.slice(start, start + LONGEST));
    const words = text.slice(start, end).trimEnd();
    if (words === '') continue;
    parts.push({ ...block, text: words, map: map.part(start, start + words.length) });
  }
  return parts;
}

const END_OF_SENTENCE = /[.!?…]["”’»)\]]* /gu;

/** Where to cut the longest stretch that may stay together: after a sentence, else after a word. */
function lengthOfPart(text: string): number {
  if (text.length < LONGEST) return text.length;
  const sentence = [...text.matchAll(END_OF_SENTENCE)].at(-1);
  if (sentence !== undefined) return sentence.index + sentence[0].length;
  const word = text.lastIndexOf(' ') + 1;
  if (word > 0) return word;
  // Not within a character of two units.
  return /[\uD800-\uDBFF]$/u.test(text) ? text.length - 1 : text.length;
}
