import { type Block, placeOf, sentencesOf } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Entity } from '../reference/model.js';
import type { Mention } from '../reference/nameIndex.js';
import type { Draft } from './draft.js';

/** A known name in the draft. */
export interface PlacedMention {
  /** With the one first, of several of that name, whom the rest of the draft speaks for. */
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
    .filter(({ span }) => covers(span, offset))
    .map(({ mention, span }) => {
      const entity = meantBy(mention, span, draft);
      const others = [mention.entity, ...mention.others].filter((other) => other !== entity);
      return { mention: { ...mention, entity, others }, span };
    })[0];
}

/**
 * Who is meant by a name that several share: whoever was last named in a way that none of the others
 * is, before it or, as in a headline, after it.
 */
function meantBy({ entity, others }: Mention, { start }: Span, draft: Draft): Entity {
  if (others.length === 0) return entity;
  const candidates = new Set([entity, ...others]);
  let meant: Entity | undefined;
  for (const { block, sentence } of sentencesOf(draft.prose)) {
    for (const mention of draft.reference.names.mentionsIn(sentence.tokens)) {
      const before = placeOf(block, mention).end <= start;
      if (!before && meant !== undefined) return meant;
      if (mention.others.length === 0 && candidates.has(mention.entity)) meant = mention.entity;
    }
  }
  return meant ?? entity;
}

function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
