import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayMention, referencesIn } from '../../../server/features/navigation/references.js';
import type { Location } from 'vscode-languageserver';
import { type Prose, readProse } from '../../../server/prose/prose.js';
import type { Entity } from '../../../server/reference/model.js';
import { createReference } from '../../../server/reference/reference.js';
import { marked } from '../../marked.js';
import { person } from '../drafted.js';

const VRANIC = person('Ifeoma Vranić');
const SPLIT = person('Split', { kind: 'place', demonyms: ['Splitter'] });
function referencesTo(entity: Entity, prose: Prose): readonly Location[] {
  const { names } = createReference({ entities: [VRANIC, SPLIT], facts: [], quotes: [] });
  return referencesIn({ uri: 'memory:///a.md', prose }, names, entity);
}

describe('references', () => {
  it('are all forms of a name in a text', () => {
    const { text, spans } = marked('🏐 [|Ifeoma Vranić|] sat.\r\nThen [|Vranić|]’s team won.');
    const prose = readProse(text);
    assert.deepEqual(
      referencesTo(VRANIC, prose),
      spans.map((span) => ({ uri: 'memory:///a.md', range: prose.lines.range(span) })),
    );
  });

  it('to a place leave out its demonym', () => {
    const prose = readProse('A Splitter left Split.');
    assert.equal(referencesTo(SPLIT, prose).length, 1);
  });

  it('are not looked for in a text without the name', () => {
    assert.ok(mayMention('MS. VRANIC LEFT', VRANIC));
    assert.ok(!mayMention('Ifeoma left.', VRANIC));
  });
});
