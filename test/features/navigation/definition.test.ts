import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { definitionAt } from '../../../server/features/navigation/definition.js';
import { marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const BASE = { entities: [person('Adaeze Lindqvist')] };

describe('definition', () => {
  it('links any form of a name to its dossier entry', () => {
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

  it('links a claim to each line of its evidence, and a name in it to its entry', () => {
    const { text, spans } = marked('[|Adaeze Lindqvist 🌉 won 31 seats.|] It rained.\n');
    const span = spans[0] ?? { start: 0, end: 0 };
    const evidence = [
      { source: 'votes.md', line: 5, text: 'Lindqvist won 13 seats.' },
      { source: 'votes.md', line: 5, text: 'Her party won 13.' },
      { source: 'count.txt', line: 1, text: 'It was 13 seats.' },
      { source: '/pasted', line: 2, text: 'Thirteen seats.' },
    ];
    const claims = [{ span, verdict: 'contradicted' as const, score: 0, evidence }];
    const draft = drafted(text, { base: BASE, claims });
    const place = (targetUri: string, line: number) => {
      const start = { line, character: 0 };
      const targetRange = { start, end: start };
      const originSelectionRange = draft.prose.lines.range(span);
      return { originSelectionRange, targetUri, targetRange, targetSelectionRange: targetRange };
    };
    assert.deepEqual(definitionAt(draft, text.indexOf('won')), [
      place('memory:///votes.md', 4),
      place('memory:///count.txt', 0),
    ]);
    assert.deepEqual(
      definitionAt(draft, 2).map(({ targetUri }) => targetUri),
      ['memory:///notes/people.md'],
    );
    assert.deepEqual(definitionAt(draft, text.indexOf('rained')), []);
  });

  it('is empty for other words, or if the source is not a file', () => {
    const draft = drafted('On Monday, Adaeze Lindqvist spoke.\n', { base: BASE });
    assert.deepEqual(definitionAt(draft, 3), []);
    const lost = person('Adaeze Lindqvist', { citation: { source: '/nowhere', line: 1 } });
    assert.deepEqual(
      definitionAt(drafted('Adaeze Lindqvist spoke.', { base: { entities: [lost] } }), 3),
      [],
    );
  });
});
