import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type WrittenDate,
  writeDateAs,
  writtenDateAround,
} from '../../server/values/writtenDates.js';
import { tokensOf } from '../tokensOf.js';

/** The date in a text, which has one. */
function dateIn(text: string): WrittenDate {
  const tokens = tokensOf(text);
  const date = writtenDateAround(tokens, { first: 0, last: tokens.length - 1 });
  assert.ok(date, text);
  return date;
}

/** The date of one text as the other writes it. */
function written(as: string, date: string): string | undefined {
  return writeDateAs(dateIn(as), tokensOf(as), dateIn(date));
}

describe('written dates', () => {
  it('are read with the day and the year around the month', () => {
    const { month, day, year } = dateIn('The lock opened on 5 October 2024.');
    assert.deepEqual([month, day, year], [10, 5, 2024]);
    const { day: ordinal } = dateIn('The lock opened on the 5th of October.');
    assert.equal(ordinal, 5);
  });

  for (const [as, result] of [
    ['It opened on Oct. 5.', 'Sept. 22'],
    ['It opened on Oct 5.', 'Sept 22'],
    ['It opened on October 5th, 2023.', 'September 22nd, 2024'],
    ['It opened on 5 October.', '22 September'],
    ['It opened in October.', 'September'],
  ] as const)
    it(`are written in the style of the other: ${as}`, () => {
      assert.equal(written(as, 'It opened on 22 September 2024.'), result);
    });

  it('are not written if the day is not known', () => {
    assert.equal(written('It opened on Oct. 5.', 'It opened in September.'), undefined);
  });
});
