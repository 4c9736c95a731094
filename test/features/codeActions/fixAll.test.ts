import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Edit, Finding } from '../../../server/checks/finding.js';
import { differenceOf, applyAllFixes } from '../../../server/features/codeActions/fixAll.js';
import { type Prose, readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { checked, checkedProse, drafts, suppressionOf } from '../../suppressions/harbour.js';
import { createFinding } from '../drafted.js';
import { fixed } from './fixed.js';

/** A check that finds something only the first time. */
function once(
  ...fixes: readonly (readonly Edit[])[]
): () => { readonly findings: readonly Finding[] } {
  let isDone = false;
  return () => {
    const report = {
      findings: isDone
        ? []
        : fixes.map((edits) =>
            createFinding({ start: 0, end: 0 }, { fixes: [{ title: '', preferred: true, edits }] }),
          ),
    };
    isDone = true;
    return report;
  };
}

const replace = (start: number, end: number, newText: string): Edit => ({
  span: { start, end },
  newText,
});

describe('fixing all', () => {
  it('applies fixes that do not touch each other', () => {
    assert.equal(
      fixed('one two three', once([replace(8, 13, '3')], [replace(0, 3, '1')])),
      '1 two 3',
    );
  });

  it('leaves out a fix as a whole if it conflicts with an earlier one', () => {
    assert.equal(
      fixed('one two three', once([replace(0, 3, '1')], [replace(3, 4, ''), replace(8, 13, '3')])),
      '1 two three',
    );
  });

  it('leaves out fixes that are not mechanical or not preferred', () => {
    const edits = [replace(0, 3, '1')];
    const check = (): { readonly findings: readonly Finding[] } => ({
      findings: [
        createFinding({ start: 0, end: 3 }, { fixes: [{ title: '', preferred: false, edits }] }),
        createFinding(
          { start: 0, end: 3 },
          { code: 'quote/altered', fixes: [{ title: '', preferred: true, edits }] },
        ),
      ],
    });
    assert.equal(fixed('one', check), 'one');
  });

  it('continues until nothing is left to fix', () => {
    const check = (text: string): { readonly findings: readonly Finding[] } => ({
      findings: [...text.matchAll(/\b(\w+) \1\b/giu)].map((match) => {
        const [both, word = ''] = match;
        const span = { start: match.index + word.length, end: match.index + both.length };
        const fixes = [{ title: '', preferred: true, edits: [{ span, newText: '' }] }];
        return createFinding(span, { fixes });
      }),
    });
    assert.equal(fixed('The the the jury retired retired.', check), 'The jury retired.');
  });

  it('stops if two fixes undo each other', () => {
    const flip = (text: string): { readonly findings: readonly Finding[] } => {
      const edits = [replace(0, 1, text === 'a' ? 'b' : 'a')];
      const fixes = [{ title: '', preferred: true, edits }];
      return { findings: [createFinding({ start: 0, end: 1 }, { fixes })] };
    };
    assert.equal(fixed('a', flip), 'a');
  });

  it('does not analyse text again that a fix does not touch', () => {
    const versions: Prose[] = [];
    const result = runToCompletion(
      applyAllFixes(readProse('It it rained.\n\nNobody came.'), 'markdown', function* (draft) {
        yield;
        versions.push(draft);
        return checkedProse(draft);
      }),
    );
    assert.equal(result.text, 'It rained.\n\nNobody came.');
    assert.deepEqual(versions.at(-1), result);
    const [first, second] = versions.map(({ blocks }) => blocks);
    assert.notEqual(second?.[0]?.content, first?.[0]?.content);
    assert.equal(second?.[1]?.content, first?.[1]?.content);
  });
});

describe('fixing real drafts', () => {
  const MECHANICAL = /^(?:sentence\/|name\/misspelled$)/u;

  it('changes nothing the second time, with any suppressions', () => {
    let changed = 0;
    for (const [number, text] of drafts(24).entries()) {
      const all = checked(text).findings;
      const ignoredFindings = all
        .filter((_, index) => (index + number) % 3 === 0)
        .map((finding) => suppressionOf(text, finding));
      for (const suppressions of [{}, { ignoredFindings }]) {
        const check = (version: string): { readonly findings: readonly Finding[] } =>
          checked(version, suppressions);
        const once = fixed(text, check);
        assert.equal(fixed(once, check), once);
        changed += once === text ? 0 : 1;
      }
    }
    assert.ok(changed > 24);
  });

  it('does not change suppressed findings', () => {
    for (const text of drafts(24)) {
      const mechanical = checked(text).findings.filter(({ code }) => MECHANICAL.test(code));
      const everything = {
        ignoredFindings: mechanical.map((finding) => suppressionOf(text, finding)),
      };
      assert.equal(
        fixed(text, (version) => checked(version, everything)),
        text,
      );

      const [first] = mechanical;
      if (first === undefined) continue;
      const one = { ignoredFindings: [suppressionOf(text, first)] };
      const { sentence } = suppressionOf(text, first);
      const left = fixed(text, (version) => checked(version, one));
      assert.ok(readProse(left).blocks.some((block) => block.text.includes(sentence)));
    }
  });

  it('applies no fix of a finding that a comment suppresses', () => {
    const text =
      '<!-- copydesk-ignore sentence/repeated-word -->\nDid the the boats go?\n\nDid the the ship?\n';
    assert.equal(
      fixed(text, (version) => checked(version)),
      text.replace('the the ship', 'the ship'),
    );
  });
});

describe('the difference of two texts', () => {
  it('is the smallest span that changed', () => {
    assert.deepEqual(differenceOf('a long day', 'a short day'), replace(2, 6, 'short'));
    assert.deepEqual(differenceOf('aa', 'aaa'), replace(2, 2, 'a'));
    assert.deepEqual(differenceOf('same', 'same'), undefined);
  });
});
