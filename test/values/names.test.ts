import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nameForms, nameLikeness, namesExclude, writeNameAs } from '../../server/values/names.js';

const likeness = (one: string, other: string): number =>
  nameLikeness(nameForms(one), nameForms(other));

describe('names', () => {
  it('are alike as surname, plural and initials', () => {
    for (const [one, other] of [
      ['Rehn', 'Anja Rehn'],
      ['Marrick Stone', 'Marrick Stones'],
      ['N.H.S.', 'National Health Service'],
      ['Corrie Harbour Trust', 'Corrie Trust'],
    ] as const)
      assert.ok(likeness(one, other) > 0.9, `${one}, ${other}`);
  });

  it('are alike in part if they share a word, and else not at all', () => {
    assert.ok(likeness('Anja Rehn', 'Anja Brandt') < 0.5);
    assert.ok(likeness('Anja Rehn', 'Anja Brandt') > 0);
    assert.equal(likeness('Rehn', 'Brandt'), 0);
  });

  it('exclude each other if no word is the same and neither may be short for the other', () => {
    const exclude = (one: string, other: string): boolean =>
      namesExclude(nameForms(one), nameForms(other));
    assert.equal(exclude('Ola Brandt', 'Anja Rehn'), true);
    assert.equal(exclude('Ola Rehn', 'Anja Rehn'), false);
    assert.equal(exclude('Hibs', 'Hibernian'), false);
  });

  it('are written in full or as a surname, like the one that they replace', () => {
    assert.equal(writeNameAs('Brandt', 'Anja Rehn'), 'Rehn');
    assert.equal(writeNameAs('Ola Brandt', 'Anja Rehn'), 'Anja Rehn');
    assert.equal(writeNameAs('Ola Brandt', 'Rehn'), 'Rehn');
  });
});
