import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contractionOf } from '../../../server/checks/quotes/contractions.js';

describe('contractionOf', () => {
  it('expands a contraction to two words', () => {
    for (const [word, ahead, ...both] of [
      ["won't", 'go', 'will', 'not'],
      ['cannot', 'go', 'can', 'not'],
      ["can't", 'go', 'can', 'not'],
      ['didnt', 'go', 'did', 'not'],
      ["they'll", 'go', 'they', 'will'],
      ['ive', 'gone', 'i', 'have'],
      ["it's", 'been', 'it', 'has'],
      ["let's", 'go', 'let', 'us'],
    ] as const) {
      const found = contractionOf(word, ahead);
      assert.deepEqual([found?.first, found?.second], both, word);
    }
  });

  it('ignores other words that look like contractions', () => {
    for (const word of ['cat', 'dot', 'ill', 'well', 'were', 'ire', 'art', "mayor's"])
      assert.equal(contractionOf(word, 'here'), undefined, word);
  });
});
