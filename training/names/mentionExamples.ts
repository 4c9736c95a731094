import { suspectsIn } from '../../server/checks/names/misspelled.js';
import { indexNames } from '../../server/checks/names/nameIndexing.js';
import type { MentionSigns } from '../../server/checks/names/mentionSigns.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import type { Prose } from '../../server/prose/prose.js';
import { fold } from '../../server/reference/names/spelling.js';
import { referenceFromSources } from '../../server/reference/reference.js';
import type { Misspelled } from './stories.js';

/** A word in a story that is similar to a name in a source, and whether it is a misspelling of it. */
export interface MentionExample {
  readonly signs: MentionSigns;
  readonly misspelled: boolean;
  readonly right: string;
  readonly wrong: string;
}

/** The words of a draft that are similar to names in the source. */
export function mentionExamplesOf(
  draft: Prose,
  misspelled: readonly Misspelled[],
  source: string,
): readonly MentionExample[] {
  const reference = referenceFromSources([{ name: 'source.txt', text: source }]);
  const found = runToCompletion(indexNames(draft, reference));
  return suspectsIn(found).map(({ mention, signs }) => {
    const [first] = mention.misspellings;
    const isMisspelled = mention.misspellings.some(({ written, right }) =>
      misspelled.some((each) => each.written === fold(written) && each.right === fold(right)),
    );
    return {
      signs,
      misspelled: isMisspelled,
      right: first?.right ?? '',
      wrong: first?.written ?? '',
    };
  });
}
