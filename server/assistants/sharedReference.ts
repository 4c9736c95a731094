import { mayBeShown } from '../reference/extraction/restriction.js';
import { type Reference, NO_REFERENCE, referenceFromIndexes } from '../reference/reference.js';
import type { SourceIndex } from '../reference/sourceIndex.js';

/** The sources that may be shown, and the reference that is built only from these. */
export interface SharedSources {
  readonly reference: Reference;
  /** The names of the sources. */
  readonly names: ReadonlySet<string>;
  /** The number of confidential or embargoed sources. */
  readonly withheld: number;
}

/**
 * The reference of the sources that may be shown. A restricted source is left out before anything
 * is combined, so that nothing from it is in names, roles, descriptions or counts. The result is
 * the same until the sources change.
 */
export class SharedReference {
  #last: { readonly shown: readonly SourceIndex[]; readonly sources: SharedSources } | undefined;

  /**
   * @param indexes All sources.
   * @param today The day on which they are shown, as “2026-12-01”.
   * @param whole The reference of all sources, if that was computed already.
   */
  of(indexes: readonly SourceIndex[], today: string, whole?: Reference): SharedSources {
    const shown = indexes.filter((index) => mayBeShown(index, today));
    const withheld = indexes.length - shown.length;
    if (this.#last?.sources.withheld !== withheld || !isSame(this.#last.shown, shown)) {
      const reference = referenceOf(shown, withheld === 0 ? whole : undefined);
      const names = new Set(shown.map(({ source }) => source));
      this.#last = { shown, sources: { reference, names, withheld } };
    }
    return this.#last.sources;
  }
}

function referenceOf(shown: readonly SourceIndex[], whole: Reference | undefined): Reference {
  if (shown.length === 0) return NO_REFERENCE;
  return whole?.origin === 'sources' ? whole : referenceFromIndexes(shown);
}

function isSame<Item>(before: readonly Item[], now: readonly Item[]): boolean {
  return before.length === now.length && now.every((item, at) => item === before[at]);
}
