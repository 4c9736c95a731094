import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { edited } from '../../../marked.js';
import { judgeDraft } from '../judgeDraft.js';

/** Asserts that the fix of the only finding turns a draft into another. */
function expectFixed(source: string, draft: string, right: string): void {
  const { findings } = judgeDraft(source, draft);
  assert.equal(findings.length, 1, draft);
  assert.deepEqual(
    findings.flatMap(({ fixes }) => fixes.map(({ edits }) => edited(draft, edits))),
    [right],
  );
}

describe('the fix of a date', () => {
  it('replaces the whole of it, in the style of the draft', () => {
    const source = 'The lido at Fennick opened on 22 September 2024 after a long winter.';
    for (const [wrong, right] of [
      ['Oct. 5', 'Sept. 22'],
      ['Oct 5', 'Sept 22'],
      ['5 October', '22 September'],
      ['October 5th', 'September 22nd'],
      ['Oct. 5, 2024', 'Sept. 22, 2024'],
      ['5 October 2024', '22 September 2024'],
      ['September 21', 'September 22'],
    ] as const)
      expectFixed(
        source,
        `The lido at Fennick opened on ${wrong} after a long winter.`,
        `The lido at Fennick opened on ${right} after a long winter.`,
      );
  });

  it('writes a short month in full where papers with full stops do', () => {
    expectFixed(
      'The lido at Fennick opened on 3 May after a long winter.',
      'The lido at Fennick opened on Oct. 5 after a long winter.',
      'The lido at Fennick opened on May 3 after a long winter.',
    );
  });

  it('is left out if the source does not say the day', () => {
    const { findings } = judgeDraft(
      'The lido at Fennick opened in September after a long winter.',
      'The lido at Fennick opened on Oct. 5 after a long winter.',
    );
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes),
      [],
    );
  });

  it('is the month alone where the draft has no day', () => {
    expectFixed(
      'The lido at Fennick opened on 22 September after a long winter.',
      'The lido at Fennick opened in October after a long winter.',
      'The lido at Fennick opened in September after a long winter.',
    );
  });
});
