import type { EvidenceSentence } from './evidenceRetriever.js';

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
