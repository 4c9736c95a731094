import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkNames } from '../../../server/checks/names/names.js';
import { readProse } from '../../../server/prose/prose.js';
import { createReference } from '../../../server/reference/reference.js';

describe('the name check', () => {
  it('can be put down within each of its passes over a draft', () => {
    const blocks = 200;
    const draft = readProse('Ngozi Osei saw Jan Roe.\n\n'.repeat(blocks));
    const reference = createReference({ entities: [], facts: [], quotes: [] });
    const slices = [...checkNames(draft, reference)].length;
    assert.ok(slices >= 4 * blocks, `${slices} slices for ${blocks} blocks`);
  });
});
