import { type EvidenceIndex, createEvidenceIndex } from './evidenceIndex.js';
import { createBase, dossiersFirst } from './base.js';
import { type SourceIndex } from './sourceIndex.js';
import type { Base } from './model.js';
import { type NameIndex, createNameIndex } from './nameIndex.js';

/** A base with the indexes that the checks query. */
export interface Reference {
  readonly base: Base;
  readonly names: NameIndex;
  readonly evidence: EvidenceIndex;
}

/** Builds the indexes of a base. */
export function createReference(base: Base): Reference {
  return {
    base,
    names: createNameIndex(base.entities),
    evidence: createEvidenceIndex(base.facts),
  };
}

/** Builds a reference from source indexes, without tokenizing their sentences again. */
export function referenceFromIndexes(indexes: readonly SourceIndex[]): Reference {
  const base = createBase(indexes);
  return {
    base,
    names: createNameIndex(base.entities),
    evidence: createEvidenceIndex(
      base.facts,
      dossiersFirst(indexes).map(({ termKeys }) => termKeys),
    ),
  };
}
