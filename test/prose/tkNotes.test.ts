import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { readProse } from '../../server/prose/prose.js';
import { referenceFromSources } from '../../server/reference/reference.js';

describe('TK notes', () => {
  it('are no part of the sentence that they are about', () => {
    const cases: readonly (readonly [draft: string, prose: string])[] = [
      ['The lake is 9 m deep [TK: verify claim].', 'The lake is 9 m deep.'],
      ['The lake [TK: which?] is *9 m* deep.', 'The lake is 9 m deep.'],
      ['[TK: ask Ana] The lake is deep. [TK check [1987] file]', 'The lake is deep.'],
      ['The lake, [TK: which?], is deep ([TK: how?]).', 'The lake, is deep.'],
      ['The lake is [TK] deep, [and cold].', 'The lake is [TK] deep, [and cold].'],
      ['The lake is 9 m [CHECK: depth] deep.', 'The lake is 9 m deep.'],
      ['The [TK: page](https://a.example/) is old.', 'The TK: page is old.'],
    ];
    for (const [draft, prose] of cases)
      assert.deepEqual(
        readProse(draft).blocks.map(({ text }) => text),
        [prose],
      );
  });

  it('map to their place in the draft, as do the words after them', () => {
    const draft = 'The **lake [TK: which?] is** deep.';
    const { blocks, notes } = readProse(draft);
    assert.deepEqual(
      notes.map(({ start, end }) => draft.slice(start, end)),
      ['[TK: which?]'],
    );
    const [block] = blocks;
    const at = block?.text.indexOf('is') ?? 0;
    const { start = 0, end = 0 } = block?.map.toDraft(at, at + 2) ?? {};
    assert.equal(draft.slice(start, end), 'is');
    assert.equal(start, draft.indexOf('is**'));
  });

  it('leave the verdict on a claim and the claim’s text as they were', () => {
    const source = 'The inquiry heard 41 witnesses in the old town hall.';
    const reference = referenceFromSources([{ name: 'notes.md', text: source }]);
    const plain = 'The inquiry heard 14 witnesses in the old town hall.';
    for (const draft of [
      plain.replace('.', ' [TK: verify claim].'),
      plain.replace('witnesses', 'witnesses [TK: ask Ana Roe about 12 April]'),
    ]) {
      const { findings } = checkDraft(readProse(draft), reference);
      assert.deepEqual(
        findings.map(({ code }) => code).sort(),
        ['claim/contradicted', 'sentence/placeholder'],
        draft,
      );
    }
  });
});
