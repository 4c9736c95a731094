import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUnreliable } from '../../server/checks/unreliable.js';
import { learn, learnSource } from '../../server/reference/learn.js';
import { factsOf } from '../../server/reference/sourceIndex.js';
import { encodeSourceIndex, decodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';

const ARTICLE = '“The the lido — opens,” said Zoë Brandt.\n\nIt stays open.\n';

describe('a source sentence', () => {
  it('is unreliable where it is broken', () => {
    const { facts } = learn([{ name: 'story.md', text: ARTICLE }]).base;
    assert.deepEqual(facts.map(isUnreliable), [true, false]);
  });

  it('is so after it was stored', () => {
    const stored = decodeSourceIndex(
      encodeSourceIndex(learnSource({ name: 'story.md', text: ARTICLE })),
    );
    assert.deepEqual(factsOf([stored]).map(isUnreliable), [true, false]);
  });

  it('is unreliable where a dossier says so', () => {
    const text =
      '---\ndossier: Lido\n---\n\n## Facts\n\n- It opened.\n\n## Unreliable\n\n- It closed.\n';
    const { facts } = learn([{ name: 'lido.md', text }]).base;
    assert.deepEqual(facts.map(isUnreliable), [false, true]);
  });
});
