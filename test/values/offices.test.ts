import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  mayBeSameOffice,
  officeOf,
  officesExclude,
  writeOfficeAs,
} from '../../server/values/offices.js';

const isEqual = (one: string, other: string): boolean => one === other;
const same = (one: string, other: string): boolean =>
  mayBeSameOffice(officeOf(one), officeOf(other), isEqual);
const exclude = (one: string, other: string): boolean =>
  officesExclude(officeOf(one), officeOf(other), isEqual);

describe('offices', () => {
  it('are equal for any gender, rank and body', () => {
    assert.equal(same('chairman', 'chairwoman of the trust'), true);
    assert.equal(same('mayor', 'deputy mayor of Lund'), true);
    assert.equal(same('minister for trade', 'trade minister'), true);
  });

  it('differ by portfolio', () => {
    assert.equal(same('finance minister', 'trade minister'), false);
    assert.equal(exclude('finance minister', 'trade minister'), true);
  });

  it('exclude each other, while occupations do not', () => {
    assert.equal(exclude('mayor', 'bishop'), true);
    assert.equal(exclude('surgeon', 'mayor'), false);
    assert.equal(exclude('lawyer', 'counsel'), false);
  });

  it('are written with the article and the capital of the one that they replace', () => {
    assert.equal(writeOfficeAs('a', 'editor', false), 'an editor');
    assert.equal(writeOfficeAs('Mayor', 'bishop', false), 'Bishop');
    assert.equal(writeOfficeAs('secretary', 'minister of trade', true), 'minister');
  });
});
