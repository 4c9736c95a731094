import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { coversQuotes } from '../../../server/checks/quotes/coverage.js';
import { readProse } from '../../../server/prose/prose.js';
import type { Reference } from '../../../server/reference/reference.js';
import { HEARING } from './hearing.js';

describe('the sources of a hearing', () => {
  const told = 'The hearing in Whitby over the harbour wall went on. The board was warned twice.';
  const strange = 'A goat won the sheepdog trials in Brecon. Its owner blamed a thistle.';

  it('cover a draft that speaks of it, and no other', () => {
    assert.equal(coversQuotes(readProse(told), HEARING), true);
    assert.equal(coversQuotes(readProse(strange), HEARING), false);
    assert.equal(coversQuotes(readProse(''), HEARING), false);
  });

  it('are searched again only for the sentence that a keystroke touched', () => {
    let searches = 0;
    const counted: Reference = {
      ...HEARING,
      evidence: {
        ...HEARING.evidence,
        search: (words, limit) => {
          searches++;
          return HEARING.evidence.search(words, limit);
        },
      },
    };
    const before = readProse(`Nobody answered her letter. ${told}\n\nShe wrote twice.\n`);
    coversQuotes(before, counted);
    assert.equal(searches, 4);
    const after = readProse(
      `Nobody answered her letters. ${told}\n\nShe wrote twice.\n`,
      'markdown',
      before,
    );
    assert.equal(coversQuotes(after, counted), true);
    assert.equal(searches, 5);
  });
});
