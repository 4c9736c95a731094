import { type EvidenceIndex, createEvidenceIndex } from './evidenceIndex.js';
import { type SourceIndex, createBase, dossiersFirst } from './sourceIndex.js';
import type { Base } from './model.js';
import { type NameIndex, createNameIndex } from './nameIndex.js';

/** A base with the indexes that the checks ask. */
export interface Reference {
  readonly base: Base;
  readonly names: NameIndex;
  readonly evidence: EvidenceIndex;
}

/** Makes a base ready to be asked. */
export function createReference(base: Base): Reference {
  return {
    base,
    names: createNameIndex(base.entities),
    evidence: createEvidenceIndex(base.facts),
  };
}

/** Makes what sources teach ready to be asked, without reading their sentences again. */
export function referenceOf(lessons: readonly SourceIndex[]): Reference {
  const base = createBase(lessons);
  return {
    base,
    names: createNameIndex(base.entities),
    evidence: createEvidenceIndex(
      base.facts,
      dossiersFirst(lessons).map(({ words }) => words),
    ),
  };
}
