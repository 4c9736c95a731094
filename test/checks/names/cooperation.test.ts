import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkNames } from '../../../server/checks/names/names.js';
import { readProse } from '../../../server/prose/prose.js';
import { createReference } from '../../../server/reference/reference.js';

describe('the name check', () => {
  it('yields in each of its passes over a draft', () => {
    const blocks = 200;
    const draft = readProse('Ngozi Osei saw Jan Roe.\n\n'.repeat(blocks));
    const reference = createReference({ entities: [], facts: [], quotes: [] });
    const steps = [...checkNames(draft, reference)].length;
    assert.ok(steps >= 4 * blocks, `${steps} steps for ${blocks} blocks`);
  });
});
