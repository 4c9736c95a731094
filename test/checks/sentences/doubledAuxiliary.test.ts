import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findDoubledAuxiliaries } from '../../../server/checks/sentences/doubledAuxiliary.js';
import { expectNoErrors } from './errors.js';
import { passagesOf } from '../../../server/checks/sentences/structure/passage.js';
import { expectSpans } from '../../marked.js';
import { readProse } from '../../../server/prose/prose.js';

/** Asserts that the rule sees merged versions at the marked spans of a paragraph. */
function expectMerged(source: string): void {
  expectSpans(source, (draft) =>
    readProse(draft)
      .blocks.flatMap(passagesOf)
      .flatMap((passage) => findDoubledAuxiliaries(passage).map(({ span }) => span)),
  );
}

describe('merged versions of a predicate', () => {
  for (const source of [
    'The regatta [|was put off was|] called off.',
    'Both farms [|will hire will|] take on forty pickers.',
  ]) {
    it(`are seen in ${source}`, () => {
      expectMerged(source);
    });
  }

  for (const draft of [
    'The pickers who were hired were paid.',
    'What was lost was the key.',
    'The farm was cold, it was empty.',
    'The farm was sold and was renamed.',
    'They have the farm they have always had.',
    '# The farm was sold was renamed',
  ]) {
    it(`are not seen in ${draft}`, () => {
      expectMerged(draft);
    });
  }

  it('are not reported by the rule alone', () => {
    expectNoErrors('The regatta was put off was called off.');
  });

  it('can be repaired by deleting the first', () => {
    const [passage] = readProse('The regatta was put off was called off.').blocks.flatMap(
      passagesOf,
    );
    assert.ok(passage);
    const [fix] = findDoubledAuxiliaries(passage).flatMap(({ fixes }) => fixes);
    assert.deepEqual(fix?.edits, [{ span: { start: 12, end: 24 }, newText: '' }]);
  });
});
