import { keepBeside } from '../prose/memoize.js';
import { type EvidenceIndex, createEvidenceIndex } from './evidenceIndex.js';
import { createBase, dossiersFirst } from './base.js';
import { type Source, indexSource } from './indexSource.js';
import { type SourceIndex } from './sourceIndex.js';
import type { Base, Citation } from './model.js';
import { type NameIndex, createNameIndex } from './nameIndex.js';

/** Where a reference comes from: the reporter's sources, the newsroom's archive, the sample that ships, or nowhere. */
export type ReferenceOrigin = 'sources' | 'archive' | 'sample' | 'none';

/** A source that could not be read, or a web page that a source has the address of. */
export interface UnreadSource {
  /** The path, or the address of the page. */
  readonly path: string;
  /** Why, written to follow the source's name: “is locked with a password”. */
  readonly reason: string;
  /** Where the page is listed; absent for a file. */
  readonly listedIn?: Citation;
}

/** A base with the indexes that the checks query. */
export interface Reference {
  readonly origin: ReferenceOrigin;
  /** The sources that could not be read. */
  readonly unreadable: readonly UnreadSource[];
  readonly base: Base;
  readonly names: NameIndex;
  readonly evidence: EvidenceIndex;
}

/** Builds the indexes of a base. */
export function createReference(base: Base, origin: ReferenceOrigin = 'sources'): Reference {
  return {
    origin,
    unreadable: [],
    base,
    names: createNameIndex(base.entities),
    evidence: createEvidenceIndex(base.facts),
  };
}

/** Indexes sources and builds the reference from them. */
export function referenceFromSources(sources: readonly Source[]): Reference {
  return referenceFromIndexes(sources.map(indexSource));
}

/** The reference for a draft without sources. */
export const NO_REFERENCE: Reference = createReference(
  { entities: [], facts: [], quotes: [] },
  'none',
);

/** True if no source contains anything: all are empty. */
export function isEmptyReference({ base }: Pick<Reference, 'base'>): boolean {
  return base.entities.length + base.facts.length + base.quotes.length === 0;
}

/**
 * Builds a reference from source indexes, without tokenizing their sentences again. A draft is
 * checked with an archive's reference after that of the sources, so results that depend on it are
 * kept in addition to the others.
 */
export function referenceFromIndexes(
  indexes: readonly SourceIndex[],
  origin: ReferenceOrigin = 'sources',
  unreadable: readonly UnreadSource[] = [],
): Reference {
  const base = createBase(indexes);
  const isBeside = origin === 'archive';
  const reference: Reference = {
    origin,
    unreadable,
    base,
    names: createNameIndex(base.entities, { isBeside }),
    evidence: createEvidenceIndex(
      base.facts,
      dossiersFirst(indexes).map(({ termKeys }) => termKeys),
    ),
  };
  if (isBeside) keepBeside(reference);
  return reference;
}
