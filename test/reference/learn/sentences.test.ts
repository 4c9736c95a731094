import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learn } from '../../../server/reference/learn.js';

/** The facts of an article as [line, text]. */
function factsIn(text: string): readonly (readonly [number, string])[] {
  return learn([{ name: 'story.md', text }]).base.facts.map(
    ({ citation, text: words }) => [citation.line, words] as const,
  );
}

describe('facts learned from an article', () => {
  it('are its sentences with their lines', () => {
    assert.deepEqual(
      factsIn(
        '# A head\n\nBy Maya Iyer\n\nTROMSØ, Norway — The ice broke.\nIt was\nearly.\n\nWhy so early?\n\n- The sea is warm.\n',
      ),
      [
        [5, 'The ice broke.'],
        [6, 'It was early.'],
        [11, 'The sea is warm.'],
      ],
    );
  });
});
