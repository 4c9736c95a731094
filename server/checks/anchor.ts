import { memoize } from '../prose/memoize.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { Block, Prose } from '../prose/prose.js';
import { type Span, contains, overlaps } from '../prose/span.js';

/**
 * Identifies a finding by the words that it marks and the sentence around them. It survives edits
 * elsewhere, changed line breaks or emphasis, and a reworded message.
 */
export interface Anchor {
  /** The sentence, or all sentences that the words overlap, without markup. */
  readonly sentence: string;
  /** The marked words, without markup; empty if a position between words is marked. */
  readonly words: string;
  /** Which occurrence of these words in the sentence, 1-based; 1 if left out. */
  readonly occurrence?: number;
}

/** The anchor of a span of a draft, in UTF-16 units of the draft; `undefined` if there is no prose. */
export function anchorOf(draft: Prose, span: Span): Anchor | undefined {
  const block = blockAt(draft, span);
  if (block === undefined) return undefined;
  const marked = { start: block.map.toProse(span.start), end: block.map.toProse(span.end) };
  const around = sentenceAround(block, marked);
  const sentence = block.text.slice(around.start, around.end);
  const words = block.text.slice(marked.start, marked.end);
  const occurrence = occurrenceIn(sentence, words, marked.start - around.start);
  return occurrence === 1 ? { sentence, words } : { sentence, words, occurrence };
}

/** True for two equal anchors. */
export function isSameAnchor(a: Anchor, b: Anchor): boolean {
  return (
    a.sentence === b.sentence && a.words === b.words && (a.occurrence ?? 1) === (b.occurrence ?? 1)
  );
}

/** The span of the sentences that a span of the draft overlaps; both in UTF-16 units of the draft. */
export function sentenceSpanAt(draft: Prose, span: Span): Span {
  const block = blockAt(draft, span);
  if (block === undefined) return span;
  const marked = { start: block.map.toProse(span.start), end: block.map.toProse(span.end) };
  const { start, end } = sentenceAround(block, marked);
  return block.map.toDraft(start, end);
}

/** The smallest block that contains a span of a draft, as the caption of a picture is in a paragraph. */
export function blockAt(draft: Prose, span: Span): Block | undefined {
  let best: PlacedBlock | undefined;
  // An empty span at the edge of a block is contained in it but does not overlap it.
  for (const placed of blocksOf(draft).overlapping({ start: span.start - 1, end: span.end + 1 })) {
    if (!contains(placed.span, span)) continue;
    if (best === undefined || lengthOf(placed.span) < lengthOf(best.span)) best = placed;
  }
  return best?.block;
}

/** The text of a span of a draft as a reader sees it, without markup and on one line. */
export function readableText(draft: Prose, { start, end }: Span): string {
  const block = blockAt(draft, { start, end: start + 1 });
  const text =
    block === undefined
      ? draft.text.slice(start, end)
      : block.text.slice(block.map.toProse(start), block.map.toProse(end));
  return text.replace(/\s+/gu, ' ').trim();
}

interface PlacedBlock {
  readonly block: Block;
  readonly span: Span;
}

const blocksOf = memoize(
  ({ blocks }: Prose) =>
    new SpanIndex<PlacedBlock>(blocks.map((block) => ({ block, span: block.map.extent }))),
);

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The span of the sentences that a span of a block's prose overlaps; the span itself if there are none. */
function sentenceAround({ sentences }: Block, marked: Span): Span {
  const within =
    marked.start < marked.end
      ? sentences.filter((sentence) => overlaps(sentence, marked))
      : sentences.filter((sentence) => contains(sentence, marked)).slice(0, 1);
  return {
    start: Math.min(marked.start, ...within.map(({ start }) => start)),
    end: Math.max(marked.end, ...within.map(({ end }) => end)),
  };
}

function occurrenceIn(sentence: string, words: string, at: number): number {
  // A position between words has no words to count, so it is identified by its offset.
  if (words === '') return at + 1;
  let occurrence = 1;
  for (let found = sentence.indexOf(words); found >= 0 && found < at;) {
    occurrence++;
    found = sentence.indexOf(words, found + 1);
  }
  return occurrence;
}
