import { preferredFirst, similarPairs } from '../../server/checks/names/inconsistent.js';
import { indexNames } from '../../server/checks/names/nameIndexing.js';
import { type PairSigns, pairSigns } from '../../server/checks/names/spellingPairs.js';
import { spellingsOf } from '../../server/checks/names/spellings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import type { Prose } from '../../server/prose/prose.js';
import { createReference } from '../../server/reference/reference.js';
import type { Misspelled } from './stories.js';

/** Two similar spellings in a story, and whether one is a misspelling of the other. */
export interface PairExample {
  readonly signs: PairSigns;
  readonly misspelled: boolean;
  readonly right: string;
  readonly wrong: string;
}

const NO_SOURCES = createReference({ entities: [], facts: [], quotes: [] });

/** The pairs of similar spellings in a draft that no source covers. */
export function pairExamplesOf(
  draft: Prose,
  misspelled: readonly Misspelled[],
): readonly PairExample[] {
  const found = runToCompletion(indexNames(draft, NO_SOURCES));
  const spellings = runToCompletion(spellingsOf(found));
  return similarPairs(spellings.map(({ key }) => key).join('\n')).flatMap(([one, other]) => {
    const [a, b] = [spellings[one], spellings[other]];
    if (a === undefined || b === undefined) return [];
    const [right, wrong] = preferredFirst(a, b);
    const signs = pairSigns(right, wrong);
    if (signs === undefined) return [];
    const keys = new Set([a.key, b.key]);
    const isMisspelled = misspelled.some((each) => keys.has(each.written) && keys.has(each.right));
    return [{ signs, misspelled: isMisspelled, right: right.key, wrong: wrong.key }];
  });
}
