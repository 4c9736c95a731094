import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Report } from '../../server/checks/check.js';
import type { Edit } from '../../server/checks/finding.js';
import { checked, checkedProse } from '../suppressions/harbour.js';
import { type Prose, readProse } from '../../server/prose/prose.js';
import { fixed } from '../features/codeActions/fixed.js';
import { edited } from '../marked.js';
import { anyEdits, edit, holds, hostileDraft } from './hostileDrafts.js';

/** A report without offsets, in order. */
function withoutOffsets({ findings, claims }: Report): readonly unknown[] {
  return [
    ...findings.map(({ code, message, severity }) => [code, message, severity]),
    ...claims.map(({ verdict }) => verdict),
  ];
}

/** The offset after edits. */
function shiftedOffset(offset: number, edits: readonly Edit[]): number {
  return edits
    .filter(({ span }) => span.end <= offset)
    .reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);
}

/** The blocks of a text, without results that an earlier version may have attached. */
function plainBlocks({ blocks }: Prose): readonly unknown[] {
  return blocks.map(({ kind, level, text, map, emphasised, role, quotations }) => ({
    ...{ kind, level, text, map, emphasised, role, quotations },
    whole: map.extent,
  }));
}

describe('the report on any draft', function () {
  this.timeout(0);

  it('points into the text, and its fixes do not overlap', () =>
    holds(300, hostileDraft, (text) => {
      const { findings, claims } = checked(text);
      const within = ({ start, end }: Edit['span']): boolean =>
        0 <= start && start <= end && end <= text.length;
      for (const { span, message, fixes, evidence } of findings) {
        assert.ok(within(span) && message !== '', message);
        assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1, message);
        assert.ok(
          evidence.every(({ line }) => line >= 1),
          message,
        );
        for (const { edits } of fixes) {
          const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
          assert.ok(
            sorted.every(
              (edit, index) =>
                within(edit.span) && edit.span.start >= (sorted[index - 1]?.span.end ?? 0),
            ),
            message,
          );
        }
      }
      for (const { span, score } of claims) assert.ok(within(span) && score >= 0 && score <= 1);
    }));

  it('is the same for the same text, whatever was read in between', () => {
    let before = '';
    return holds(120, hostileDraft, (text) => {
      const first = checked(text);
      checked(before);
      checked(`${before}${text}`);
      assert.deepEqual(checked(text), first);
      before = text;
    });
  });

  it('is the same after edits as for the whole text', () =>
    holds(60, fc.tuple(fc.array(hostileDraft, { maxLength: 4 }), anyEdits), ([start, edits]) => {
      let text = start.join('\n\n');
      let version = readProse(text);
      for (const each of edits) {
        checkedProse(version);
        text = edit(text, each);
        version = readProse(text, 'markdown', version);
        assert.deepEqual(plainBlocks(version), plainBlocks(readProse(text)));
        assert.deepEqual(checkedProse(version), checked(text));
      }
    }));

  it('loses a finding once its preferred fix is applied', () =>
    holds(150, hostileDraft, (text) => {
      for (const { code, span, fixes } of checked(text).findings) {
        const fix = fixes.find(({ preferred }) => preferred);
        if (fix === undefined) continue;
        const after = edited(text, fix.edits);
        assert.notEqual(after, text);
        const words = text.slice(span.start, span.end);
        const start = shiftedOffset(span.start, fix.edits);
        assert.ok(
          !checked(after).findings.some(
            (other) =>
              other.code === code &&
              other.span.start === start &&
              after.slice(start, other.span.end) === words,
          ),
          `${code} “${words}”`,
        );
      }
    }));

  it('does not change once everything is fixed', () =>
    holds(250, hostileDraft, (text) => {
      const once = fixed(text, checked);
      assert.equal(fixed(once, checked), once);
    }));

  it('is the same with either kind of line break', () =>
    holds(
      400,
      hostileDraft.map((text) => text.replace(/\r\n?/gu, '\n')),
      (text) => {
        assert.deepEqual(
          withoutOffsets(checked(text.replaceAll('\n', '\r\n'))),
          withoutOffsets(checked(text)),
        );
      },
    ));
});
