import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Edit, Finding } from '../../../server/checks/finding.js';
import { differenceOf, applyAllFixes } from '../../../server/features/codeActions/fixAll.js';
import { type Prose, readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { checked, checkedProse, drafts, ignored } from '../../suppressions/harbour.js';
import { found } from '../drafted.js';
import { mended } from './fixed.js';

/** A check that has something to say only the first time. */
function once(
  ...fixes: readonly (readonly Edit[])[]
): () => { readonly findings: readonly Finding[] } {
  let asked = false;
  return () => {
    const report = {
      findings: asked
        ? []
        : fixes.map((edits) =>
            found({ start: 0, end: 0 }, { fixes: [{ title: '', preferred: true, edits }] }),
          ),
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
      mended('one two three', once([replace(8, 13, '3')], [replace(0, 3, '1')])),
      '1 two 3',
    );
  });

  it('leaves out a fix that gets in the way of an earlier one, whole', () => {
    assert.equal(
      mended('one two three', once([replace(0, 3, '1')], [replace(3, 4, ''), replace(8, 13, '3')])),
      '1 two three',
    );
  });

  it('leaves out what is no mechanical or no preferred mend', () => {
    const edits = [replace(0, 3, '1')];
    const check = (): { readonly findings: readonly Finding[] } => ({
      findings: [
        found({ start: 0, end: 3 }, { fixes: [{ title: '', preferred: false, edits }] }),
        found(
          { start: 0, end: 3 },
          { code: 'quote/altered', fixes: [{ title: '', preferred: true, edits }] },
        ),
      ],
    });
    assert.equal(mended('one', check), 'one');
  });

  it('goes on until nothing is left to mend', () => {
    const check = (text: string): { readonly findings: readonly Finding[] } => ({
      findings: [...text.matchAll(/\b(\w+) \1\b/giu)].map((match) => {
        const [both, word = ''] = match;
        const span = { start: match.index + word.length, end: match.index + both.length };
        const fixes = [{ title: '', preferred: true, edits: [{ span, newText: '' }] }];
        return found(span, { fixes });
      }),
    });
    assert.equal(mended('The the the jury retired retired.', check), 'The jury retired.');
  });

  it('ends where two fixes undo each other', () => {
    const flip = (text: string): { readonly findings: readonly Finding[] } => {
      const edits = [replace(0, 1, text === 'a' ? 'b' : 'a')];
      const fixes = [{ title: '', preferred: true, edits }];
      return { findings: [found({ start: 0, end: 1 }, { fixes })] };
    };
    assert.equal(mended('a', flip), 'a');
  });

  it('reads what a mend does not touch once', () => {
    const read: Prose[] = [];
    const result = runToCompletion(
      applyAllFixes(readProse('It it rained.\n\nNobody came.'), 'markdown', function* (draft) {
        yield;
        read.push(draft);
        return checkedProse(draft);
      }),
    );
    assert.equal(result.text, 'It rained.\n\nNobody came.');
    assert.deepEqual(read.at(-1), result);
    const [first, second] = read.map(({ blocks }) => blocks);
    assert.notEqual(second?.[0]?.wording, first?.[0]?.wording);
    assert.equal(second?.[1]?.wording, first?.[1]?.wording);
  });
});

describe('mending real drafts', () => {
  const MECHANICAL = /^(?:sentence\/|name\/misspelled$)/u;

  it('changes nothing the second time, whatever is ignored', () => {
    let changed = 0;
    for (const [number, text] of drafts(24).entries()) {
      const all = checked(text).findings;
      const ignoredFindings = all
        .filter((_, index) => (index + number) % 3 === 0)
        .map((finding) => ignored(text, finding));
      for (const decisions of [{}, { ignoredFindings }]) {
        const check = (version: string): { readonly findings: readonly Finding[] } =>
          checked(version, decisions);
        const once = mended(text, check);
        assert.equal(mended(once, check), once);
        changed += once === text ? 0 : 1;
      }
    }
    assert.ok(changed > 24);
  });

  it('leaves what is ignored as it is', () => {
    for (const text of drafts(24)) {
      const mechanical = checked(text).findings.filter(({ code }) => MECHANICAL.test(code));
      const everything = { ignoredFindings: mechanical.map((finding) => ignored(text, finding)) };
      assert.equal(
        mended(text, (version) => checked(version, everything)),
        text,
      );

      const [first] = mechanical;
      if (first === undefined) continue;
      const one = { ignoredFindings: [ignored(text, first)] };
      const { sentence } = ignored(text, first);
      const left = mended(text, (version) => checked(version, one));
      assert.ok(readProse(left).blocks.some((block) => block.text.includes(sentence)));
    }
  });

  it('takes nothing that touches what a comment lets stand', () => {
    const text =
      '<!-- copydesk-ignore sentence/repeated-word -->\nDid the the boats go?\n\nDid the the ship?\n';
    assert.equal(
      mended(text, (version) => checked(version)),
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
