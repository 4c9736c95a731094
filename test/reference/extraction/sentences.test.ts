import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBase } from '../../../server/reference/indexSource.js';

/** The facts of an article as [line, text]. */
function factsIn(text: string): readonly (readonly [number, string])[] {
  return buildBase([{ name: 'story.md', text }]).base.facts.map(
    ({ citation, text: words }) => [citation.line, words] as const,
  );
}

describe('facts extracted from an article', () => {
  it('are its assertive sentences with their lines', () => {
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
