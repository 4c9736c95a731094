import type { RawBlock } from './markdown.js';
import type { Span } from './span.js';

/**
 * A note about something to add or verify, with its brackets: “[TK: verify claim]”, “[CHECK: age]”.
 * A “[TK]” without more replaces a missing word and so belongs to the sentence.
 */
const NOTE = /\[(?:TK|CHECK)(?:[:,;–—-]|\s)\s*[^[\]\s](?:[^[\]\n]|\[[^[\]\n]*\])*\]/gu;

/** A block without its TK notes, and where these are in the draft. */
interface WithoutNotes {
  readonly block: RawBlock;
  /** UTF-16 units of the draft, in order. */
  readonly notes: readonly Span[];
}

/**
 * Removes the TK notes from a block, each with the space before it: they are remarks about the
 * text, and no part of its sentences.
 */
export function withoutTkNotes(block: RawBlock): WithoutNotes {
  if (!/\[(?:TK|CHECK)/u.test(block.text)) return { block, notes: [] };
  const notes: Span[] = [];
  let { text, map } = block;
  for (const { 0: note, index } of [...block.text.matchAll(NOTE)].reverse()) {
    const end = index + note.length;
    notes.unshift(block.map.toDraft(index, end));
    const [before, after] = [text.slice(0, index), text.slice(end)];
    const isBracketed = before.endsWith('(') && after.startsWith(')');
    const head = (isBracketed ? before.slice(0, -1) : before).replace(/ $/u, '');
    // “The price, [TK: ask], rose”: one of the commas is removed with it.
    const isAside = isBracketed || (head.endsWith(',') && after.startsWith(','));
    const from = head.length;
    const to = end + (isAside || (from === 0 && after.startsWith(' ')) ? 1 : 0);
    text = text.slice(0, from) + text.slice(to);
    map = map.without(from, to);
  }
  return notes.length === 0 ? { block, notes } : { block: { ...block, text, map }, notes };
}
