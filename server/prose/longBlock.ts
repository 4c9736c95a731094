import type { RawBlock } from './markdown.js';

/**
 * The longest block that is read as one, in UTF-16 units. A full page without a paragraph break is
 * shorter. Longer blocks do not occur in real drafts, and checks whose time is quadratic in the
 * length of a paragraph would take minutes on them.
 */
const MAX_BLOCK_LENGTH = 12_000;

/** Splits an overlong block into several, between sentences if possible. */
export function splitLongBlock(block: RawBlock): readonly RawBlock[] {
  const { text, map } = block;
  if (text.length <= MAX_BLOCK_LENGTH) return [block];
  const parts: RawBlock[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + partLength(text.slice(start, start + MAX_BLOCK_LENGTH));
    const part = text.slice(start, end).trimEnd();
    if (part === '') continue;
    parts.push({ ...block, text: part, map: map.slice(start, start + part.length) });
  }
  return parts;
}

const SENTENCE_END = /[.!?…]["”’»)\]]* /gu;

/** The length of the next part: up to the end of a sentence, otherwise of a word. */
function partLength(text: string): number {
  if (text.length < MAX_BLOCK_LENGTH) return text.length;
  const sentence = [...text.matchAll(SENTENCE_END)].at(-1);
  if (sentence !== undefined) return sentence.index + sentence[0].length;
  const word = text.lastIndexOf(' ') + 1;
  if (word > 0) return word;
  // Do not split a surrogate pair.
  return /[\uD800-\uDBFF]$/u.test(text) ? text.length - 1 : text.length;
}
