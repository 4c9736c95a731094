import assert from 'node:assert/strict';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { grammarErrorsIn } from '../../../server/checks/sentences/grammarCheck.js';
import type {
  GrammarError,
  GrammarErrorKind,
} from '../../../server/checks/sentences/grammarError.js';
import type { Span } from '../../../server/prose/span.js';
import { edited, expectSpans, mark, marked } from '../../marked.js';

/** An error, and where its block starts in the draft. */
interface PlacedError {
  readonly found: GrammarError;
  readonly shift: number;
}

/**
 * The errors reported in a draft. The draft contains no markup, so that offsets of prose and draft
 * agree.
 */
function errorsIn(draft: string): readonly PlacedError[] {
  return runToCompletion(grammarErrorsIn(readProse(draft).blocks)).placed.map(
    ({ block, found }) => ({
      found,
      shift: block.map.toDraft(0, 1).start,
    }),
  );
}

function spanInDraft({ found: { span }, shift }: PlacedError): Span {
  return { start: span.start + shift, end: span.end + shift };
}

/**
 * Asserts that errors of `kind` are reported at the marked spans of a draft, and no others of any
 * kind.
 */
export function expectErrors(kind: GrammarErrorKind, source: string): void {
  expectSpans(source, (draft) =>
    errorsIn(draft).map((error) => {
      const { kind: actual, message } = error.found;
      assert.equal(actual, kind, `${actual} (${message}) in: ${draft}`);
      return spanInDraft(error);
    }),
  );
}

/** A draft with the spans of its errors marked, and the kinds of these in order. */
export function markedErrors(draft: string): {
  readonly text: string;
  readonly kinds: readonly string[];
} {
  const found = errorsIn(draft);
  return {
    text: mark(draft, found.map(spanInDraft)),
    kinds: found.map(({ found: { kind } }) => kind),
  };
}

/** Asserts the messages of the errors in a draft. */
export function expectMessages(draft: string, ...messages: readonly string[]): void {
  assert.deepEqual(
    errorsIn(draft).map(({ found }) => found.message),
    messages,
  );
}

/** Asserts that nothing is reported in a draft. */
export function expectNoErrors(draft: string): void {
  assert.deepEqual(
    errorsIn(draft).map(({ found }) => `${found.kind}: ${found.message}`),
    [],
    draft,
  );
}

/** Asserts the draft after a fix of its first error: the first fix, or the one at `index`. */
export function expectFix(source: string, right: string, index = 0): void {
  const { text } = marked(source);
  const [first] = errorsIn(text);
  assert.ok(first, `nothing is reported in: ${text}`);
  const edits = first.found.fixes[index]?.edits ?? [];
  assert.equal(
    edited(
      text,
      edits.map(({ span: { start, end }, newText }) => ({
        span: { start: start + first.shift, end: end + first.shift },
        newText,
      })),
    ),
    right,
  );
}
