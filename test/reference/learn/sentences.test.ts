import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learn } from '../../../server/reference/learn.js';

/** The facts of an article as [line, shaky, text]. */
function factsIn(text: string): readonly (readonly [number, boolean, string])[] {
  return learn([{ name: 'story.md', text }]).base.facts.map(
    ({ citation, shaky, text: words }) => [citation.line, shaky, words] as const,
  );
}

describe('facts learned from an article', () => {
  it('are its sentences with their lines', () => {
    assert.deepEqual(
      factsIn(
        '# A head\n\nBy Maya Iyer\n\nTROMSØ, Norway — The ice broke.\nIt was\nearly.\n\nWhy so early?\n\n- The sea is warm.\n',
      ),
      [
        [5, false, 'The ice broke.'],
        [6, false, 'It was early.'],
        [11, false, 'The sea is warm.'],
      ],
    );
  });

  it('are shaky where the sentence is broken', () => {
    assert.deepEqual(
      factsIn('The the ice broke early this year.').map(([, shaky]) => shaky),
      [true],
    );
  });
});
