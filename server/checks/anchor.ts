import { memoize } from '../prose/memoize.js';
import { Overlaps } from '../prose/overlaps.js';
import type { Block, Prose } from '../prose/prose.js';
import { type Span, contains, overlaps } from '../prose/span.js';

/**
 * What a finding is known by: the words it marks and the sentence around them. Edits elsewhere, a
 * line break or emphasis do not touch it; another wording of a message does not either.
 */
export interface Anchor {
  /** The sentence, or all sentences that the words reach into, without markup. */
  readonly sentence: string;
  /** The marked words, without markup; empty where a place between words is marked. */
  readonly words: string;
  /** Which of several places in the sentence that have these words, from 1 on; 1 where left out. */
  readonly occurrence?: number;
}

/**
 * The anchor of a stretch of a draft, in UTF-16 units of the draft; `undefined` where no prose stands
 * there.
 */
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

/** True where two anchors are one. */
export function isSameAnchor(a: Anchor, b: Anchor): boolean {
  return (
    a.sentence === b.sentence && a.words === b.words && (a.occurrence ?? 1) === (b.occurrence ?? 1)
  );
}

/**
 * The stretch of the draft, in UTF-16 units, of the sentence or sentences that a stretch of it reaches
 * into.
 */
export function sentenceSpanAt(draft: Prose, span: Span): Span {
  const block = blockAt(draft, span);
  if (block === undefined) return span;
  const marked = { start: block.map.toProse(span.start), end: block.map.toProse(span.end) };
  const { start, end } = sentenceAround(block, marked);
  return block.map.toDraft(start, end);
}

/**
 * The block that holds a stretch of a draft; the smallest, since the caption of a picture lies in a
 * paragraph.
 */
export function blockAt(draft: Prose, span: Span): Block | undefined {
  let best: PlacedBlock | undefined;
  // An empty stretch at the edge of a block lies in it, and shares nothing with it.
  for (const placed of blocksOf(draft).with({ start: span.start - 1, end: span.end + 1 })) {
    if (!contains(placed.span, span)) continue;
    if (best === undefined || lengthOf(placed.span) < lengthOf(best.span)) best = placed;
  }
  return best?.block;
}

interface PlacedBlock {
  readonly block: Block;
  readonly span: Span;
}

const blocksOf = memoize(
  ({ blocks }: Prose) =>
    new Overlaps<PlacedBlock>(blocks.map((block) => ({ block, span: block.map.whole }))),
);

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The sentences of a block that a stretch of its prose reaches into; the stretch itself where there are none. */
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
  // Between the words there is nothing to count, so a place there is told by how far in it lies.
  if (words === '') return at + 1;
  let occurrence = 1;
  for (let found = sentence.indexOf(words); found >= 0 && found < at;) {
    occurrence++;
    found = sentence.indexOf(words, found + 1);
  }
  return occurrence;
}
