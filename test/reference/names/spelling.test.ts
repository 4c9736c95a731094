import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { differInEnding, isDerivedForm } from '../../../server/reference/names/endings.js';
import {
  matchCase,
  isSpellingVariant,
  spellingKeyOf,
  hasApostropheError,
} from '../../../server/reference/names/spelling.js';

describe('spellings', () => {
  it('share a key if both are accepted', () => {
    for (const [a, b] of [
      ['Sergei', 'Sergey'],
      ['Kyiv', 'Kiev'],
      ['Organisation', 'ORGANIZATION'],
      ['Wójcik', 'Wojcik'],
      ['O’Neill', "O'Neill"],
      ['Ørsted', 'Orsted'],
      ['Muhammad', 'Mohammed'],
    ] as const) {
      assert.equal(spellingKeyOf(a), spellingKeyOf(b), `${a} ${b}`);
    }
    assert.notEqual(spellingKeyOf('Dolin'), spellingKeyOf('Dolan'));
  });

  it('are variants unless they differ only in case or kind of apostrophe', () => {
    assert.equal(isSpellingVariant('Sergei', 'Sergey'), true);
    assert.equal(isSpellingVariant('Wójcik', 'Wojcik'), true);
    assert.equal(isSpellingVariant("O'Neill", 'O’NEILL'), false);
  });

  it('have an apostrophe error if an apostrophe is missing or misplaced', () => {
    assert.equal(hasApostropheError('Queens', "Queen's"), true);
    assert.equal(hasApostropheError("Queens'", "Queen's"), true);
    assert.equal(hasApostropheError('Queen’s', "Queen's"), false);
  });

  it('adopt the case of the written word', () => {
    assert.equal(matchCase('TEGUCIGLAPA', 'Tegucigalpa'), 'TEGUCIGALPA');
    assert.equal(matchCase('Teguciglapa', 'Tegucigalpa'), 'Tegucigalpa');
  });
});

describe('endings', () => {
  it('form a people, a plural or the name of the other gender', () => {
    for (const [a, b] of [
      ['estonia', 'estonian'],
      ['mexico', 'mexican'],
      ['rivera', 'riveras'],
      ['antonio', 'antonia'],
      ['montenegro', 'montenegrin'],
    ] as const) {
      assert.ok(differInEnding(a, b), `${a} ${b}`);
      assert.ok(isDerivedForm(b, a), `${a} ${b}`);
    }
  });

  it('do not include a doubled or missing last letter', () => {
    assert.equal(differInEnding('hoffman', 'hoffmann'), false);
    assert.equal(isDerivedForm('mexic', 'mexico'), false);
    assert.equal(isDerivedForm('estonai', 'estonia'), false);
  });
});
