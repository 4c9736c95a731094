import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Report } from '../../server/checks/check.js';
import type { Edit } from '../../server/checks/finding.js';
import { differenceOf, mendAll } from '../../server/features/fixAll.js';
import { found } from './drafted.js';

/** A check that has something to say only the first time. */
function once(...fixes: readonly (readonly Edit[])[]): () => Report {
  let asked = false;
  return () => {
    const report = {
      findings: asked
        ? []
        : fixes.map((edits) =>
            found({ start: 0, end: 0 }, { fixes: [{ title: '', preferred: true, edits }] }),
          ),
      claims: [],
    };
    asked = true;
    return report;
  };
}

const replace = (start: number, end: number, newText: string): Edit => ({
  span: { start, end },
  newText,
});

describe('mending all', () => {
  it('applies fixes that do not touch each other', () => {
    assert.equal(
      mendAll('one two three', once([replace(8, 13, '3')], [replace(0, 3, '1')])),
      '1 two 3',
    );
  });

  it('leaves out a fix that gets in the way of an earlier one, whole', () => {
    assert.equal(
      mendAll(
        'one two three',
        once([replace(0, 3, '1')], [replace(3, 4, ''), replace(8, 13, '3')]),
      ),
      '1 two three',
    );
  });

  it('leaves out what is no mechanical or no preferred mend', () => {
    const edits = [replace(0, 3, '1')];
    const check = (): Report => ({
      findings: [
        found({ start: 0, end: 3 }, { fixes: [{ title: '', preferred: false, edits }] }),
        found(
          { start: 0, end: 3 },
          { code: 'quote/altered', fixes: [{ title: '', preferred: true, edits }] },
        ),
      ],
      claims: [],
    });
    assert.equal(mendAll('one', check), 'one');
  });
});

describe('the difference of two texts', () => {
  it('is the smallest stretch that changed', () => {
    assert.deepEqual(differenceOf('a long day', 'a short day'), replace(2, 6, 'short'));
    assert.deepEqual(differenceOf('aa', 'aaa'), replace(2, 2, 'a'));
    assert.deepEqual(differenceOf('same', 'same'), undefined);
  });
});
