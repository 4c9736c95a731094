import { type Block, placeOf } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Mention } from '../reference/nameIndex.js';
import type { Draft } from './draft.js';

/** A known name in the draft. */
export interface PlacedMention {
  readonly mention: Mention;
  /** UTF-16 offsets into the draft. */
  readonly span: Span;
}

/** The known name at a UTF-16 offset of the draft, its right edge included. Cannot throw. */
export function mentionAt(draft: Draft, offset: number): PlacedMention | undefined {
  for (const block of draft.prose.blocks) {
    const found = covers(block.map.whole, offset) ? mentionIn(block, draft, offset) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function mentionIn(block: Block, draft: Draft, offset: number): PlacedMention | undefined {
  return block.sentences
    .filter((sentence) => covers(placeOf(block, sentence), offset))
    .flatMap(({ tokens }) => draft.reference.names.mentionsIn(tokens))
    .map((mention) => ({ mention, span: placeOf(block, mention) }))
    .find(({ span }) => covers(span, offset));
}

function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
