import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { differInEnding, isDerivedForm } from '../../../server/reference/names/endings.js';
import {
  inCaseOf,
  isVariant,
  spellingKeyOf,
  lacksApostrophe,
} from '../../../server/reference/names/spelling.js';

describe('spellings', () => {
  it('share a key where both are accepted', () => {
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

  it('are variants unless they differ in case or kind of apostrophe only', () => {
    assert.equal(isVariant('Sergei', 'Sergey'), true);
    assert.equal(isVariant('Wójcik', 'Wojcik'), true);
    assert.equal(isVariant("O'Neill", 'O’NEILL'), false);
  });

  it('lack an apostrophe where the name has one', () => {
    assert.equal(lacksApostrophe('Queens', "Queen's"), true);
    assert.equal(lacksApostrophe("Queens'", "Queen's"), true);
    assert.equal(lacksApostrophe('Queen’s', "Queen's"), false);
  });

  it('take over the case', () => {
    assert.equal(inCaseOf('TEGUCIGLAPA', 'Tegucigalpa'), 'TEGUCIGALPA');
    assert.equal(inCaseOf('Teguciglapa', 'Tegucigalpa'), 'Tegucigalpa');
  });
});

describe('endings', () => {
  it('make a people, a plural or a sister', () => {
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

  it('are no last letter doubled or lost', () => {
    assert.equal(differInEnding('hoffman', 'hoffmann'), false);
    assert.equal(isDerivedForm('mexic', 'mexico'), false);
    assert.equal(isDerivedForm('estonai', 'estonia'), false);
  });
});
