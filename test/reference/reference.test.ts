import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { referenceFromSources } from '../../server/reference/reference.js';

describe('a reference from sources', () => {
  it('finds spoken sentences by the name of their speaker', () => {
    const { evidence } = referenceFromSources([
      {
        name: 'call.txt',
        text: 'ADA ROE: It rained. We left.\n\nTOM TULL: It rained. We stayed.\n',
      },
    ]);
    const found = evidence.search([{ word: 'Tull', weight: 1 }], 3);
    assert.deepEqual(
      found.map(({ fact }) => fact.text),
      ['TOM TULL: It rained.', 'We stayed.'],
    );
  });
});
