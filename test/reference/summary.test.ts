import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summaryOf } from '../../server/reference/summary.js';
import { person } from '../features/drafted.js';

describe('the summary of a base', () => {
  it('counts the contents', () => {
    const citation = { source: 'a.md', line: 1 };
    const facts = ['One.', 'Two.'].map((text) => ({ text, citation, unreliable: false }));
    const body = person('Harrow Bay Council', { kind: 'body' });
    assert.equal(summaryOf({ entities: [], facts: [], quotes: [] }), 'nothing');
    assert.equal(
      summaryOf({ entities: [person('Ana Brandt'), body], facts, quotes: [] }),
      '1 person, 1 other name, 2 facts',
    );
  });
});
