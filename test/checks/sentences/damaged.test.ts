import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { marked } from '../../marked.js';
import { DAMAGED, MISSED } from './damaged.js';
import { markedErrors } from './errors.js';

// What is found is compared exactly, misses included: a retrained grammar or a changed check shows here.
describe('damaged sentences', () => {
  for (const [kind, sources] of Object.entries(DAMAGED)) {
    it(`show every ${kind} error but the known misses`, () => {
      assert.deepEqual(
        sources.map((source) => markedErrors(marked(source).text)),
        sources.map((source) =>
          MISSED.has(source)
            ? { text: marked(source).text, kinds: [] }
            : { text: source, kinds: [kind] },
        ),
      );
    });
  }

  it('include all known misses', () => {
    const sources = new Set(Object.values(DAMAGED).flat());
    assert.deepEqual(
      [...MISSED].filter((source) => !sources.has(source)),
      [],
    );
  });
});
