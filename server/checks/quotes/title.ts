import { isLowerCaseInTitles } from '../../lexicon/stopWords.js';
import type { Piece } from '../../prose/speech/speech.js';

const TITLE_CUE =
  /\b(?:album|anthem|article|banner|billed as|book|called|column|documentary|drama|dubbed|entitled|episode|essay|exhibition|film|headline|headlined|hit|hymn|known as|labelled|magazine|movie|musical|named|nicknamed|novel|novella|paper|play|poem|programme|record|report|series|show|single|sitcom|so-called|song|story|titled|track|video)(?:\s+|\s*[,:]\s*)?$/iu;

/**
 * True if quotation marks contain the title of a work or a name, not speech: a word such as “novel”
 * precedes them, or all significant words are capitalised.
 */
export function isWorkTitle({ block, outer, inner }: Piece): boolean {
  if (TITLE_CUE.test(block.text.slice(Math.max(0, outer.start - 40), outer.start))) return true;
  const words = block.text.slice(inner.start, inner.end).match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const significant = words.filter((word) => !isLowerCaseInTitles(word));
  return significant.length >= 2 && significant.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
