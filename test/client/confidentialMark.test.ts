import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type TextChange,
  canCarryMark,
  changeToMark,
  changeToUnmark,
  confidentialPath,
  openPath,
} from '../../client/confidentialMark.js';
import { restrictionOf } from '../../server/reference/extraction/restriction.js';

function changed(text: string, change: TextChange | undefined): string | undefined {
  return change && text.slice(0, change.start) + change.newText + text.slice(change.end);
}

const FORMS: readonly (readonly [text: string, marked: string])[] = [
  ['The pier.\n', '---\nconfidential: true\n---\n\nThe pier.\n'],
  ['', '---\nconfidential: true\n---\n\n'],
  [
    '---\ndate: 2026-03-09\n---\nThe pier.\n',
    '---\nconfidential: true\ndate: 2026-03-09\n---\nThe pier.\n',
  ],
  ['+++\na = 1\n+++\n', '+++\nconfidential = true\na = 1\n+++\n'],
];

describe('the mark of a confidential source', () => {
  it('is added to the front matter, and taken away again', () => {
    for (const [text, marked] of FORMS) {
      assert.equal(changed(text, changeToMark(text)), marked);
      assert.equal(changed(marked, changeToUnmark(marked)), text);
      assert.ok(restrictionOf(marked, 'tip.md').isConfidential);
    }
  });

  it('replaces a contrary one', () => {
    const text = '---\r\nconfidential: false\r\ndate: 2026-03-09\r\n---\r\nThe pier.';
    assert.equal(
      changed(text, changeToMark(text)),
      '---\r\nconfidential: true\ndate: 2026-03-09\r\n---\r\nThe pier.',
    );
  });

  it('is not found in a text without it', () => {
    assert.equal(changeToUnmark('The pier.'), undefined);
    assert.equal(changeToUnmark('---\ndate: 2026-03-09\n---\nconfidential: true\n'), undefined);
  });

  it('is in the front matter only for Markdown; other files are in a folder', () => {
    assert.ok(canCarryMark('/story/sources/tip.MD'));
    assert.ok(!canCarryMark('/story/sources/tip.txt'));
    const path = '/story/sources/confidential/tip.pdf';
    assert.equal(confidentialPath('/story/sources/tip.pdf'), path);
    assert.equal(openPath(path), '/story/sources/tip.pdf');
    assert.equal(openPath('/story/confidential/a/tip.pdf'), undefined);
  });
});
