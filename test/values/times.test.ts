import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { timeOfDayAt, timesOfDayExclude } from '../../server/values/times.js';
import { tokensOf } from '../tokensOf.js';

/** The times of day in a text as `hours:minutes`, with “?” if the half of the day is not given. */
function times(text: string): readonly string[] {
  const tokens = tokensOf(text);
  const found: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const time = timeOfDayAt(tokens, at);
    if (time === undefined) continue;
    const [hours, minutes] = [Math.floor(time.minutes / 60), time.minutes % 60];
    found.push(`${hours}:${String(minutes).padStart(2, '0')}${time.isEitherHalf ? '?' : ''}`);
    at = time.last;
  }
  return found;
}

describe('times of day', () => {
  for (const [text, found] of [
    ['The sluice opened at 14:10.', ['14:10']],
    ['The sluice opened at 2.10.', ['2:10?']],
    ['The sluice opened at 9 a.m. and closed at 9pm.', ['9:00', '21:00']],
    ['The sluice opened at 12.30 a.m. and closed at 12:30 PM.', ['0:30', '12:30']],
    ['The sluice opened at half past six.', ['6:30?']],
    ['The sluice opened at a quarter to nine.', ['8:45?']],
    ['The sluice opened at ten past six.', ['6:10?']],
    ["The sluice opened at six o'clock.", ['6:00?']],
    ['The sluice opened at noon and closed at midnight.', ['12:00', '0:00']],
    ['The sluice opened at 6.50 in the evening.', ['18:50']],
    [
      'The sluice opened at half past six this morning, and at 2.10 in the barn.',
      ['6:30', '2:10?'],
    ],
    ['The fee went up from 1.40 to 1.90 pounds.', []],
    ['It fell from ten to six, by 2.50 percent.', []],
  ] as const)
    it(`are read: ${text}`, () => {
      assert.deepEqual(times(text), found);
    });

  it('exclude each other unless one may be in the other half of the day', () => {
    const evening = { minutes: 18 * 60 + 30, isEitherHalf: false };
    const either = { minutes: 6 * 60 + 30, isEitherHalf: true };
    const morning = { minutes: 6 * 60 + 30, isEitherHalf: false };
    assert.equal(timesOfDayExclude(evening, either), false);
    assert.equal(timesOfDayExclude(evening, morning), true);
    assert.equal(timesOfDayExclude({ ...either, minutes: 7 * 60 }, evening), true);
  });
});
