import { dayText } from '../reference/extraction/sourceDate.js';
import { mayBeShown, restrictionOf } from '../reference/extraction/restriction.js';
import type { SourceIndex } from '../reference/sourceIndex.js';

/** What is confidential or, where the reporter is, embargoed at a time. */
export interface Restricted {
  /** The names of sources. */
  readonly sources: ReadonlySet<string>;
  /** True for the draft itself. */
  readonly isDraft: boolean;
}

/** Nothing: for a model that may learn of everything. */
export const NOTHING_RESTRICTED: Restricted = { sources: new Set(), isDraft: false };

/** What is restricted of a draft, with its text and its path or URI, and of its sources. */
export function restrictedAmong(
  draft: { readonly text: string; readonly path: string },
  indexes: readonly SourceIndex[],
  now: Date,
): Restricted {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const today = dayText({ year, month, day });
  return {
    sources: new Set(
      indexes.filter((index) => !mayBeShown(index, today)).map(({ source }) => source),
    ),
    isDraft: !mayBeShown(restrictionOf(draft.text, draft.path), today),
  };
}
