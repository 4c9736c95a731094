import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type TimeExpression, datesDiffer, datesIn } from '../../server/values/dates.js';
import { tokensOf } from '../tokensOf.js';

function times(text: string): readonly string[] {
  return datesIn(tokensOf(text)).map(({ kind, value }) => `${kind} ${value}`);
}

function time(text: string): TimeExpression {
  const [first] = datesIn(tokensOf(text));
  assert.ok(first, `no time in: ${text}`);
  return first;
}

describe('dates', () => {
  it('reads days, months, years and spans', () => {
    assert.deepEqual(times('The trial opened on Friday.'), ['weekday 5']);
    assert.deepEqual(times('He died on 12 March 2014.'), ['month 3', 'day 12', 'year 2014']);
    assert.deepEqual(times('It closed last month.'), ['relative -30']);
    assert.deepEqual(times('It was built two decades ago.'), ['relative -7300']);
    assert.deepEqual(times('It was built ten years ago.'), ['relative -3650']);
  });

  it('does not read a verb as a month, or “the next day” as tomorrow', () => {
    assert.deepEqual(times('They may march again.'), []);
    assert.deepEqual(times('The next day it rained.'), []);
  });

  it('distinguishes times that cannot both be right', () => {
    assert.equal(datesDiffer(time('It closed last month.'), time('It closed last year.')), true);
    assert.equal(datesDiffer(time('It came on Monday.'), time('It came on Tuesday.')), true);
    assert.equal(datesDiffer(time('It came a decade ago.'), time('It came ten years ago.')), false);
    assert.equal(datesDiffer(time('It came on Monday.'), time('It came in 2014.')), false);
  });
});
