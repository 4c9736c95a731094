import type { GrammarError } from '../../../server/checks/sentences/grammarError.js';
import { type Passage, passagesOf } from '../../../server/checks/sentences/structure/passage.js';
import { readProse } from '../../../server/prose/prose.js';
import { expectSpans } from '../../marked.js';

/** Asserts that a rule of structure hints at the marked spans of a paragraph, and at no others. */
export function expectHints(
  find: (passage: Passage) => readonly GrammarError[],
  source: string,
): void {
  expectSpans(source, (draft) =>
    readProse(draft).blocks.flatMap((block) =>
      passagesOf(block).flatMap((passage) => find(passage).map(({ span }) => span)),
    ),
  );
}
