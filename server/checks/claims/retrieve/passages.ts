import type { EvidenceSentence } from './evidenceRetriever.js';
import type { ItemMatch } from '../align/termAlignment.js';

/** Sentences of one source this close together are one passage. */
const NEIGHBOURS = 2;

/** Each sentence, alone and with its neighbours among the evidence, as indices. */
export function passagesOf(
  evidence: readonly Pick<EvidenceSentence, 'fact' | 'index'>[],
): readonly (readonly number[])[] {
  return evidence.flatMap(({ fact, index }, at) => {
    const around = evidence.flatMap((other, position) =>
      other.fact.citation.source === fact.citation.source &&
      Math.abs(other.index - index) <= NEIGHBOURS
        ? [position]
        : [],
    );
    return around.length > 1 ? [[at], around] : [[at]];
  });
}

/** For each item of a claim the best match among some sentences. */
export function bestRow(rows: readonly (readonly ItemMatch[])[]): readonly ItemMatch[] {
  return (rows[0] ?? []).map((item, at) => ({
    ...item,
    match: Math.max(...rows.map((row) => row[at]?.match ?? 0)),
  }));
}

/** The share of a claim's weight that is matched, 0 to 1. */
export function shareOf(row: readonly ItemMatch[]): number {
  const total = weightOf(row);
  return total === 0 ? 0 : row.reduce((sum, { weight, match }) => sum + weight * match, 0) / total;
}

/** The sum of the weights. */
export function weightOf(items: readonly ItemMatch[]): number {
  return items.reduce((sum, { weight }) => sum + weight, 0);
}
