import type { Prose } from '../../prose/prose.js';
import { spellingOf } from './doubtfulWords.js';
import { VARIETIES, type Variety } from './wordValue.js';

/**
 * The variety that a draft is written in: that of most words which show one; American if none does.
 */
export function varietyOf({ blocks }: Prose): Variety {
  const counts = VARIETIES.map(() => 0);
  for (const { content } of blocks) {
    for (const [index, count] of spellingOf(content).varietyCounts.entries()) {
      counts[index] = (counts[index] ?? 0) + count;
    }
  }
  return VARIETIES[counts.indexOf(Math.max(...counts))] ?? 'en-US';
}
