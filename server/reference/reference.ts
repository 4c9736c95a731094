import { type EvidenceIndex, createEvidenceIndex } from './evidenceIndex.js';
import { type Lesson, baseOf, inOrder } from './sourceIndex.js';
import type { Base } from './model.js';
import { type NameIndex, createNameIndex } from './nameIndex.js';

/** A base with the indexes that the checks ask. */
export interface Reference {
  readonly base: Base;
  readonly names: NameIndex;
  readonly evidence: EvidenceIndex;
}

/** Makes a base ready to be asked. Cannot throw. */
export function createReference(base: Base): Reference {
  return {
    base,
    names: createNameIndex(base.entities),
    evidence: createEvidenceIndex(base.facts),
  };
}

/** Makes what sources teach ready to be asked, without reading their sentences again. Cannot throw. */
export function referenceOf(lessons: readonly Lesson[]): Reference {
  const base = baseOf(lessons);
  return {
    base,
    names: createNameIndex(base.entities),
    evidence: createEvidenceIndex(
      base.facts,
      inOrder(lessons).map(({ words }) => words),
    ),
  };
}
