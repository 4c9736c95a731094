import type { SentencePlace, SentenceRequest } from '../../../inference/readings.js';
import type { Block } from '../../../prose/prose.js';
import type { Passage } from '../structure/passage.js';
import { endsInCredit, hasEndMark, speakerLabelLength } from '../structure/passage.js';

/** A request for a sentence, and where its text begins in the sentence: behind a speaker's label. */
export interface PlacedRequest {
  readonly request: SentenceRequest;
  /** UTF-16 units from the start of the sentence. */
  readonly offset: number;
}

/**
 * The request to the reader for a sentence of a block; `undefined` if it does not judge the
 * sentence.
 */
export function placedRequest(block: Block, passage: Passage): PlacedRequest | undefined {
  const { sentence } = passage;
  const offset = speakerLabelLength(sentence.text);
  const text = sentence.text.slice(offset);
  if (!/\p{L}/u.test(text)) return undefined;
  return { request: { text, place: placeOf(block, passage, offset > 0) }, offset };
}

function placeOf(block: Block, { sentence, setting }: Passage, isTurn: boolean): SentencePlace {
  if (block.kind === 'heading') return 'heading';
  if (block.kind === 'tableCell') return 'cell';
  if (block.kind === 'caption' || endsInCredit(block.text)) return 'caption';
  if (sentence.role !== 'prose') return 'label';
  if (block.kind === 'listItem') return 'list-item';
  if (block.kind === 'quotation' || isTurn) return 'quote';
  if (block.emphasised) return 'label';
  return setting === 'label' && !hasEndMark(block.text) ? 'heading' : 'paragraph';
}
