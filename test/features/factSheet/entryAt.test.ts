import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entryAt } from '../../../server/features/factSheet/entryAt.js';
import { SHEET, UNCOVERED } from './sheets.js';

describe('the entry at a place', () => {
  const textAt = (line: number, character: number, sheet = SHEET): string | undefined =>
    entryAt(sheet, { line, character })?.text;

  it('is the statement or quote there, its ends included', () => {
    assert.equal(textAt(4, 0), 'It rose at <ten> & fell.');
    assert.equal(textAt(4, 24), 'It rose at <ten> & fell.');
    assert.equal(textAt(5, 3), undefined);
  });

  it('is the innermost one, because a quote is part of a statement', () => {
    const [supported, contradicted] = SHEET.entries;
    assert.ok(supported !== undefined && contradicted !== undefined);
    const inner = { ...contradicted, text: '<ten>', range: supported.range };
    assert.equal(textAt(2, 3, { ...SHEET, entries: [supported, inner] }), '<ten>');
  });

  it('is the name outside of statements, or if none was checked', () => {
    assert.equal(textAt(2, 25), 'Maren Oduya');
    const uncovered = { ...SHEET, isCovered: false, state: UNCOVERED };
    assert.equal(textAt(4, 4, uncovered), undefined);
    assert.equal(textAt(2, 25, uncovered), 'Maren Oduya');
  });
});
