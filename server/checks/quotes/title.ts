import type { Piece } from '../../prose/speech/speech.js';

const CUE =
  /\b(?:album|anthem|article|banner|billed as|book|called|column|documentary|drama|dubbed|entitled|episode|essay|exhibition|film|headline|headlined|hit|hymn|known as|labelled|magazine|movie|musical|named|nicknamed|novel|novella|paper|play|poem|programme|record|report|series|show|single|sitcom|so-called|song|story|titled|track|video)(?:\s+|\s*[,:]\s*)?$/iu;

/** Words that titles leave without a capital. */
const SMALL =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|the|to|up|with|de|la|le|du|der|die|das)$/iu;

/**
 * True where quotation marks hold the title of a work or a name and no speech: a word such as “novel”
 * leads up to them, or each word of weight has a capital.
 */
export function isWorkTitle({ block, outer, inner }: Piece): boolean {
  if (CUE.test(block.text.slice(Math.max(0, outer.start - 40), outer.start))) return true;
  const words = block.text.slice(inner.start, inner.end).match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const weighty = words.filter((word) => !SMALL.test(word));
  return weighty.length >= 2 && weighty.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
