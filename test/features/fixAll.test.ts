import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Report } from '../../server/checks/check.js';
import type { Edit } from '../../server/checks/finding.js';
import { differenceOf, mendAll } from '../../server/features/fixAll.js';
import { readProse } from '../../server/prose/prose.js';
import { checked, drafts, ignored } from '../checks/ignores/harbour.js';
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

describe('mending real drafts', () => {
  const MECHANICAL = /^(?:sentence\/|name\/misspelled$)/u;

  it('changes nothing the second time, whatever is ignored', () => {
    let mended = 0;
    for (const [number, text] of drafts(24).entries()) {
      const all = checked(text).findings;
      const ignoredFindings = all
        .filter((_, index) => (index + number) % 3 === 0)
        .map((finding) => ignored(text, finding));
      for (const decisions of [{}, { ignoredFindings }]) {
        const check = (version: string): Report => checked(version, decisions);
        const once = mendAll(text, check);
        assert.equal(mendAll(once, check), once);
        mended += once === text ? 0 : 1;
      }
    }
    assert.ok(mended > 24);
  });

  it('leaves what is ignored as it is', () => {
    for (const text of drafts(24)) {
      const mechanical = checked(text).findings.filter(({ code }) => MECHANICAL.test(code));
      const everything = { ignoredFindings: mechanical.map((finding) => ignored(text, finding)) };
      assert.equal(
        mendAll(text, (version) => checked(version, everything)),
        text,
      );

      const [first] = mechanical;
      if (first === undefined) continue;
      const one = { ignoredFindings: [ignored(text, first)] };
      const { sentence } = ignored(text, first);
      const mended = mendAll(text, (version) => checked(version, one));
      assert.ok(readProse(mended).blocks.some((block) => block.text.includes(sentence)));
    }
  });

  it('takes nothing that touches what a comment lets stand', () => {
    const text =
      '<!-- copydesk-ignore sentence/repeated-word -->\nDid the the boats go?\n\nDid the the ship?\n';
    assert.equal(
      mendAll(text, (version) => checked(version)),
      text.replace('the the ship', 'the ship'),
    );
  });
});

describe('the difference of two texts', () => {
  it('is the smallest stretch that changed', () => {
    assert.deepEqual(differenceOf('a long day', 'a short day'), replace(2, 6, 'short'));
    assert.deepEqual(differenceOf('aa', 'aaa'), replace(2, 2, 'a'));
    assert.deepEqual(differenceOf('same', 'same'), undefined);
  });
});
