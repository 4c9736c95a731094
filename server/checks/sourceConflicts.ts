import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { proseFromParagraphs } from '../prose/prose.js';
import type { Reference } from '../reference/reference.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { judgementsOf } from './claims/judgements.js';
import type { Evidence } from './finding.js';

/** Sources that give different values for one figure or time. */
export interface SourceConflict {
  /** “Two sources differ: 145 (fire.md:3), 143 (police.txt:1)”. */
  readonly text: string;
  /** A sentence for each value. */
  readonly evidence: readonly Evidence[];
}

/**
 * Where sources differ, each conflict once: what they state is judged as if it were a draft’s. `reference` is made
 * of the same sources.
 */
export function* sourceConflicts(
  sources: readonly SourceIndex[],
  reference: Reference,
): CooperativeTask<readonly SourceConflict[]> {
  const conflicts = new Map<string, SourceConflict>();
  for (const { paragraphs } of sources) {
    const prose = proseFromParagraphs(paragraphs.map((one) => ({ ...one, level: 0 })));
    for (const { rationale } of yield* judgementsOf(prose, reference)) {
      yield;
      const { dispute } = rationale;
      if (dispute === undefined) continue;
      const { text, evidence } = dispute;
      const places = evidence.map(({ source, line }) => `${source}:${line}`).sort();
      const key = places.join('\n');
      if (!conflicts.has(key)) conflicts.set(key, { text, evidence });
    }
  }
  return [...conflicts.values()];
}
