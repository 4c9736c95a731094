import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { asideDeletionOf, deletionOf } from '../../server/checks/deletion.js';
import { readProse } from '../../server/prose/prose.js';
import { createReference } from '../../server/reference/reference.js';
import { edited, marked } from '../marked.js';

/** A draft of one block without its marked words. */
function without(source: string): string {
  const { text, spans } = marked(source);
  const [span = { start: 0, end: 0 }] = spans;
  return edited(text, [deletionOf(text, span, { start: 0, end: text.length })]);
}

const CASES: readonly (readonly [source: string, right: string])[] = [
  ['The pool cost [|TK|] pounds.', 'The pool cost pounds.'],
  ['The pool cost [|TK|].', 'The pool cost.'],
  ['The pool cost £[|TK|] more.', 'The pool cost more.'],
  ['Prices rose by [|TK|]%.', 'Prices rose by.'],
  ['She met him ([|TK|]) in May.', 'She met him in May.'],
  ['She met him ([[|TK|]]) in May.', 'She met him in May.'],
  ['She met him ([|TK|], a vet) in May.', 'She met him (a vet) in May.'],
  ['“[|TK|],” she said.', 'She said.'],
  ['He said: “[|TK|]”.', 'He said.'],
  ['The mayor, [|TK|], left.', 'The mayor left.'],
  ['The mayor, [|TK|], left and returned.', 'The mayor left and returned.'],
  ['The mayor came, [|TK|], and left.', 'The mayor came and left.'],
  ['He saw York, [|TK|], Hull and Leeds.', 'He saw York, Hull and Leeds.'],
  ['He went to York, [|TK|] and Hull.', 'He went to York and Hull.'],
  ['He went to [|TK|], York and Hull.', 'He went to York and Hull.'],
  ['He went to York, [|TK|].', 'He went to York.'],
  ['[|TK|] the mayor left.', 'The mayor left.'],
  ['It rained. [|TK|]. It stopped.', 'It rained. It stopped.'],
  ['It rained. [|TK|]', 'It rained.'],
  ['It was **[|TK|]** wet.', 'It was wet.'],
  ['It was [|”|] wet.', 'It was wet.'],
  ['It was[| was|], they say, wet.', 'It was, they say, wet.'],
];

describe('a deletion', () => {
  for (const [source, right] of CASES) {
    it(`leaves no hole in ${source}`, () => {
      assert.equal(without(source), right);
    });
  }

  it('takes the emphasis of a placeholder at the start or end of its block', () => {
    const cases: readonly (readonly [draft: string, right: string])[] = [
      ['**TK** sank on Monday.', 'Sank on Monday.'],
      ['__TK__ sank.', 'Sank.'],
      ['~~TK~~ sank.', 'Sank.'],
      ['***TK*** sank.', 'Sank.'],
      ['**_TK_** sank.', 'Sank.'],
      ['**TK:** the boat sank.', 'The boat sank.'],
      ['**TK**: the boat sank.', 'The boat sank.'],
      ['**TK sank** on Monday.', '**Sank** on Monday.'],
      ['> **TK** sank.', '> Sank.'],
      ['## **TK** sank', '## Sank'],
      ['- **TK**', '- '],
      ['* *TK* sank', '* Sank'],
      ['The boat is **TK**', 'The boat is'],
      ['**The boat is TK**', '**The boat is**'],
      ['The boat is **TK.** It sank.', 'The boat is. It sank.'],
      ['It rained. **TK sank** on Monday.', 'It rained. **Sank** on Monday.'],
      ['It rained. **TK.** It sank.', 'It rained. It sank.'],
    ];
    const reference = createReference({ entities: [], facts: [], quotes: [] });
    for (const [draft, right] of cases) {
      const found = checkDraft(readProse(draft), reference).findings.find(
        ({ code }) => code === 'sentence/placeholder',
      );
      assert.equal(edited(draft, found?.fixes[0]?.edits ?? []), right, draft);
    }
  });

  it('deletes a note with a space and brackets, and nothing of the sentence', () => {
    const cases: readonly (readonly [source: string, right: string])[] = [
      ['It is deep [|[TK: ask]|].', 'It is deep.'],
      ['It is ([|[TK: ask]|]) deep.', 'It is deep.'],
      ['[|[TK: ask]|] It is deep.', 'It is deep.'],
      ['It is\n[|[TK: ask]|] deep.', 'It is\ndeep.'],
      ['It is deep. [|[TK: ask]|]\n\nIt is wide.', 'It is deep.\n\nIt is wide.'],
    ];
    for (const [source, right] of cases) {
      const { text, spans } = marked(source);
      const [span = { start: 0, end: 0 }] = spans;
      assert.equal(edited(text, [asideDeletionOf(text, span)]), right);
    }
  });

  it('is what every fix of a placeholder offers', () => {
    const HOLE = / {2}| [.,;:!?]|\(\s*\)|“\s*”|\[[:\s]|,\s*[,.]|:\./u;
    const reference = createReference({ entities: [], facts: [], quotes: [] });
    for (const draft of [
      'The pool cost TK pounds (TK) in “TK”. He met [name], TK and [TK: ask Ana], then left.',
      '- TK\n- The pool, TK, is **TK** deep.\n\n> It cost [TK: verify claim] £TK.\n',
    ]) {
      const placeholders = checkDraft(readProse(draft), reference).findings.filter(
        ({ code }) => code === 'sentence/placeholder',
      );
      assert.ok(placeholders.length > 3);
      for (const { fixes } of placeholders)
        for (const { edits } of fixes) assert.doesNotMatch(edited(draft, edits), HOLE);
    }
  });
});
