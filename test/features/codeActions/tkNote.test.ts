import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Code } from '../../../server/checks/rules.js';
import { tkNoteFix } from '../../../server/features/codeActions/tkNote.js';
import { readProse } from '../../../server/prose/prose.js';
import { edited, marked } from '../../marked.js';
import { createFinding } from '../drafted.js';

/** The draft with a TK note for a finding at the marked words; `undefined` if none is offered. */
function noted(source: string, code: Code): string | undefined {
  const { text, spans } = marked(source);
  const [span = { start: 0, end: 0 }] = spans;
  const fix = tkNoteFix(createFinding(span, { code }), readProse(text));
  assert.notEqual(fix?.preferred, true);
  return fix === undefined ? undefined : edited(text, fix.edits);
}

describe('“Insert TK note”', () => {
  it('adds what to verify after the words, in their sentence', () => {
    const cases: readonly (readonly [source: string, code: Code, draft: string])[] = [
      ['Ms. [|Oduay|] swam.', 'name/misspelled', 'Ms. Oduay [TK: verify name] swam.'],
      ['Ms. [|Oduay|]’s dog.', 'name/unknown', 'Ms. Oduay’s [TK: verify name] dog.'],
      ['**[|Oduay|]** swam.', 'name/unknown', '**Oduay [TK: verify name]** swam.'],
      ['[|It is 9 m.|] Cold.', 'claim/unsupported', 'It is 9 m [TK: verify claim]. Cold.'],
      ['[|“Cold.”|] It is.', 'quote/altered', '“Cold.” [TK: verify quote] It is.'],
    ];
    for (const [source, code, draft] of cases) assert.equal(noted(source, code), draft);
  });

  it('replaces its own note at that place', () => {
    assert.equal(
      noted('[|It is 9 m [TK: verify name].|] Cold.', 'claim/contradicted'),
      'It is 9 m [TK: verify claim]. Cold.',
    );
    assert.equal(
      noted('“[|Oduay|] [TK: verify quote]” swam.', 'name/unknown'),
      '“Oduay [TK: verify name]” swam.',
    );
  });

  it('leaves the notes and marks of the reporter', () => {
    const cases: readonly (readonly [source: string, draft: string])[] = [
      ['[|It is 9 m [TK].|] Cold.', 'It is 9 m [TK] [TK: verify claim]. Cold.'],
      ['[|It is TK.|] Cold.', 'It is TK [TK: verify claim]. Cold.'],
      [
        '[|It is 9 m [TK: ask Ana [of the club]].|] Cold.',
        'It is 9 m [TK: ask Ana [of the club]] [TK: verify claim]. Cold.',
      ],
      ['[|It is, [TK: ask], 9 m.|] Cold.', 'It is, [TK: ask], 9 m [TK: verify claim]. Cold.'],
      [
        '[|It is 9 m|] [TK: verify with Ana], they say.',
        'It is 9 m [TK: verify claim] [TK: verify with Ana], they say.',
      ],
      [
        '[|“It, [TK: verify name], is 9 m,”|] she said.',
        '“It, [TK: verify name], is 9 m,” [TK: verify claim] she said.',
      ],
    ];
    for (const [source, draft] of cases) assert.equal(noted(source, 'claim/unsupported'), draft);
  });

  it('is not offered twice', () => {
    for (const source of [
      '[|It is 9 m [TK: verify claim].|] Cold.',
      '[|It is [TK: verify claim] 9 m.|] Cold.',
      '[|It is 9 m|] [TK: verify claim], they say.',
    ])
      assert.equal(noted(source, 'claim/unsupported'), undefined, source);
    const [once = ''] = [noted('Did [|Oduay|] swim?', 'name/unknown')];
    assert.equal(noted(once.replace('Oduay', '[|Oduay|]'), 'name/unknown'), undefined);
  });

  it('is offered for names, claims and quotes only', () => {
    assert.equal(noted('It was [|was|] wet.', 'sentence/repeated-word'), undefined);
    assert.equal(noted('It cost [|TK|] pounds.', 'sentence/placeholder'), undefined);
  });
});
