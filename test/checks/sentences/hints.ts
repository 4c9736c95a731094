import { type Passage, passagesOf } from '../../../server/checks/sentences/structure/passage.js';
import { readProse } from '../../../server/prose/prose.js';
import type { Span } from '../../../server/prose/span.js';
import { expectSpans } from '../../marked.js';

/** Asserts that a rule of structure hints at the marked spans of a paragraph, and at no others. */
export function expectHints(find: (passage: Passage) => readonly Span[], source: string): void {
  expectSpans(source, (draft) =>
    readProse(draft).blocks.flatMap((block) => passagesOf(block).flatMap(find)),
  );
}
