import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { readProse } from '../../server/prose/prose.js';
import { referenceFromSources } from '../../server/reference/reference.js';

const SOURCE =
  'Council leader Maren Oduya said the pool in Harne will shut in May. The pool costs 900 pounds a day.\n';

/** The words of a draft that are reported as missing from its source. */
function missing(draft: string): readonly string[] {
  const reference = referenceFromSources([{ name: 'council.md', text: SOURCE }]);
  return checkDraft(readProse(draft), reference)
    .findings.filter(({ code }) => /^(?:name|claim)\//u.test(code))
    .map(({ span }) => draft.slice(span.start, span.end));
}

describe('the name of the paper that somebody speaks to', () => {
  const known = 'The pool in Harne will shut in May, council leader Maren Oduya said. ';

  it('is not missing from the sources', () => {
    for (const told of [
      'Maren Oduya told the Ledger that the pool costs 900 pounds a day.',
      'Maren Oduya told the Kilvarrow Gazette that the pool costs 900 pounds a day.',
      'The pool costs 900 pounds a day, Maren Oduya said in a statement to the Ledger.',
    ])
      assert.deepEqual(missing(known + told), [], told);
  });

  it('is reported if it is another body', () => {
    const told = 'Maren Oduya told the Kilvarrow Trust that the pool costs 900 pounds a day.';
    assert.deepEqual(missing(known + told), ['Kilvarrow Trust']);
  });
});
