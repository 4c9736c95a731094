import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { definitionAt } from '../../server/features/definition.js';
import { marked } from '../marked.js';
import { drafted, person } from './drafted.js';

const BASE = { entities: [person('Adaeze Lindqvist')] };

describe('definition', () => {
  it('leads from any form of a name to its entry', () => {
    const forms = ['Adaeze Lindqvist', 'Lindqvist', 'Adaeze **Lindqvist**'];
    for (const form of forms) {
      const { text, spans } = marked(`On Monday, [|${form}|] spoke.\n`);
      const start = spans[0]?.start ?? 0;
      const [link] = definitionAt(drafted(text, { base: BASE }), start + 2);
      assert.equal(link?.targetUri, 'memory:///notes/people.md', form);
      assert.deepEqual(link.targetRange.start, { line: 11, character: 0 });
      assert.equal(link.originSelectionRange?.start.character, start, form);
    }
  });

  it('leads nowhere from other words, or where the source is no file', () => {
    const draft = drafted('On Monday, Adaeze Lindqvist spoke.\n', { base: BASE });
    assert.deepEqual(definitionAt(draft, 3), []);
    const lost = person('Adaeze Lindqvist', { citation: { source: '/nowhere', line: 1 } });
    assert.deepEqual(
      definitionAt(drafted('Adaeze Lindqvist spoke.', { base: { entities: [lost] } }), 3),
      [],
    );
  });
});
