import { daysOfSources, lacksYear } from './extraction/sourceDate.js';
import { factsOf } from './indexedFacts.js';
import { mergeEntities } from './merge.js';
import type { Base } from './model.js';
import type { SourceIndex } from './sourceIndex.js';

/** Combines source indexes into one base. Dossiers take precedence over other sources. */
export function createBase(indexes: readonly SourceIndex[]): Base {
  const ordered = dossiersFirst(indexes);
  const dates = new Map(ordered.map(({ source, date }) => [source, date]));
  return {
    entities: mergeEntities(
      ordered.map(({ entities }) => entities),
      ordered.filter(({ kind }) => kind === 'dossier').length,
    ),
    facts: factsOf(ordered),
    quotes: ordered.flatMap(({ quotes }) => quotes),
    confidential: new Set(
      ordered.filter((one) => one.isConfidential === true).map(({ source }) => source),
    ),
    days: daysOfSources(dates),
    borrowedYears: new Set(
      [...dates].flatMap(([source, date]) =>
        date !== undefined && lacksYear(date) ? [source] : [],
      ),
    ),
  };
}

/** The indexes in the order of their contents in a base: dossiers first. */
export function dossiersFirst(indexes: readonly SourceIndex[]): readonly SourceIndex[] {
  return [
    ...indexes.filter(({ kind }) => kind === 'dossier'),
    ...indexes.filter(({ kind }) => kind !== 'dossier'),
  ];
}
