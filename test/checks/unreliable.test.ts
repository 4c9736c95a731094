import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUnreliable } from '../../server/checks/unreliable.js';
import { buildBase, indexSource } from '../../server/reference/indexSource.js';
import { factsOf } from '../../server/reference/indexedFacts.js';
import { encodeSourceIndex, decodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';

const ARTICLE = '“The the lido — opens,” said Zoë Brandt.\n\nIt stays open.\n';

describe('a source sentence', () => {
  it('is unreliable if it is damaged', () => {
    const { facts } = buildBase([{ name: 'story.md', text: ARTICLE }]).base;
    assert.deepEqual(facts.map(isUnreliable), [true, false]);
  });

  it('is still so after it was stored', () => {
    const stored = decodeSourceIndex(
      encodeSourceIndex(indexSource({ name: 'story.md', text: ARTICLE })),
    );
    assert.deepEqual(factsOf([stored]).map(isUnreliable), [true, false]);
  });

  it('is unreliable if a dossier says so', () => {
    const text =
      '---\ndossier: Lido\n---\n\n## Facts\n\n- It opened.\n\n## Unreliable\n\n- It closed.\n';
    const { facts } = buildBase([{ name: 'lido.md', text }]).base;
    assert.deepEqual(facts.map(isUnreliable), [false, true]);
  });
});
