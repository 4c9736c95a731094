import type { Readings, SentenceReading } from '../../../inference/readings.js';
import type { Block } from '../../../prose/prose.js';
import type { Sentence } from '../../../prose/sentences.js';
import type { Span } from '../../../prose/span.js';
import { passagesOf } from '../structure/passage.js';
import { placedRequest } from './place.js';

/**
 * The probability of damage that the reader sees in some words of a sentence, 0 to 1; 0 if it has not read the sentence.
 * `span` is in UTF-16 units of the block's prose.
 */
export function damageAt(block: Block, sentence: Sentence, span: Span, readings: Readings): number {
  if (!readings.isOn) return 0;
  const passage = passagesOf(block).find((one) => one.sentence === sentence);
  const placed = passage === undefined ? undefined : placedRequest(block, passage);
  const reading = placed === undefined ? undefined : readings.sentence(placed.request);
  return reading === undefined
    ? 0
    : damageIn(reading, sentence.start + (placed?.offset ?? 0), span);
}

/** The highest damage of the words of a span, 0 to 1; the text that was read begins at `from`, in the same units. */
export function damageIn({ words }: SentenceReading, from: number, span: Span): number {
  return words
    .filter(({ start, end }) => from + start < span.end && span.start < from + end)
    .reduce((most, { damage }) => Math.max(most, damage), 0);
}
