import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayName, referencesIn } from '../../../server/features/navigation/references.js';
import { readProse } from '../../../server/prose/prose.js';
import { createReference } from '../../../server/reference/reference.js';
import { marked } from '../../marked.js';
import { person } from '../drafted.js';

const VRANIC = person('Ifeoma Vranić');
const SPLIT = person('Split', { kind: 'place', demonyms: ['Splitter'] });
const { names } = createReference({ entities: [VRANIC, SPLIT], facts: [], quotes: [] });

describe('references', () => {
  it('are all forms of a name in a text', () => {
    const { text, spans } = marked('🏐 [|Ifeoma Vranić|] sat.\r\nThen [|Vranić|]’s team won.');
    const prose = readProse(text);
    assert.deepEqual(
      referencesIn({ uri: 'memory:///a.md', prose }, names, VRANIC),
      spans.map((span) => ({ uri: 'memory:///a.md', range: prose.lines.range(span) })),
    );
  });

  it('leave out the people of a place', () => {
    const prose = readProse('A Splitter left Split.');
    assert.equal(referencesIn({ uri: 'memory:///a.md', prose }, names, SPLIT).length, 1);
  });

  it('are not looked for in a text without the name', () => {
    assert.ok(mayName('MS. VRANIC LEFT', VRANIC));
    assert.ok(!mayName('Ifeoma left.', VRANIC));
  });
});
