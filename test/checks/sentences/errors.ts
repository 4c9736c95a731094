import assert from 'node:assert/strict';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import {
  type Break,
  type BreakKind,
  grammarErrorsIn,
} from '../../../server/checks/sentences/grammarCheck.js';
import { edited, expectSpans, marked } from '../../marked.js';

/** The breaks that are told in a draft. The draft holds no markup, so that offsets of prose and draft agree. */
function breaksOf(draft: string): readonly { readonly found: Break; readonly shift: number }[] {
  return runToCompletion(grammarErrorsIn(readProse(draft).blocks)).map(({ block, found }) => ({
    found,
    shift: block.map.toDraft(0, 1).start,
  }));
}

/** Asserts that breaks of `kind` are told at the marked stretches of a draft, and no others of any kind. */
export function expectBreaks(kind: BreakKind, source: string): void {
  expectSpans(source, (draft) =>
    breaksOf(draft).map(({ found, shift }) => {
      assert.equal(found.kind, kind, `${found.kind} (${found.message}) in: ${draft}`);
      return { start: found.span.start + shift, end: found.span.end + shift };
    }),
  );
}

/** Asserts that nothing is told in a draft. */
export function expectSound(draft: string): void {
  assert.deepEqual(
    breaksOf(draft).map(({ found }) => `${found.kind}: ${found.message}`),
    [],
    draft,
  );
}

/** Asserts what the first mend of the one break in a draft makes of it. */
export function expectMend(source: string, right: string): void {
  const { text } = marked(source);
  const [first] = breaksOf(text);
  assert.ok(first, `nothing is told in: ${text}`);
  const edits = first.found.fixes[0]?.edits ?? [];
  assert.equal(
    edited(
      text,
      edits.map(({ span, newText }) => ({
        span: { start: span.start + first.shift, end: span.end + first.shift },
        newText,
      })),
    ),
    right,
  );
}
