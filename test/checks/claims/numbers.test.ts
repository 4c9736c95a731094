import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Quantity,
  compareQuantities,
  quantitiesIn,
} from '../../../server/checks/claims/numbers.js';
import { tokensOf } from './words.js';

/** The figures of a sentence as `bound value kind unit`. */
function figures(text: string): readonly string[] {
  return quantitiesIn(tokensOf(text)).map(({ bound, value, kind, unit }) =>
    `${bound} ${value} ${kind} ${unit}`.trim(),
  );
}

function figure(text: string): Quantity {
  const [first] = quantitiesIn(tokensOf(text));
  assert.ok(first, `no figure in: ${text}`);
  return first;
}

function compared(one: string, other: string): string {
  return compareQuantities(figure(one), figure(other));
}

describe('numbers', () => {
  it('reads words and figures with what they count', () => {
    assert.deepEqual(figures('The ferry carried 1,250 passengers.'), [
      'exact 1250 count passenger',
    ]);
    assert.deepEqual(figures('Half a dozen witnesses came.'), ['exact 6 count witness']);
    assert.deepEqual(figures('She is a 34-year-old nurse.'), ['exact 34 age year']);
    assert.deepEqual(figures('It cost $3.5 million.'), ['exact 3500000 money $']);
    assert.deepEqual(figures('More than 40 percent of voters stayed home.'), [
      'over 40 share voter',
    ]);
    assert.deepEqual(figures('Thousands of fans sang.'), ['exact 1000 count fan']);
  });

  it('takes a year for a date', () => {
    assert.deepEqual(figures('The bridge opened in 1987.'), []);
  });

  it('knows rounding and hedges from another figure', () => {
    assert.equal(compared('about 150 people', '145 people'), 'same');
    assert.equal(compared('more than 140 people', '145 people'), 'same');
    assert.equal(compared('154 people', '145 people'), 'differs');
    assert.equal(compared('more than 3,000 eels', 'more than 2,000 eels'), 'differs');
    assert.equal(
      compared('less than 50 percent of votes', 'more than 90 percent of votes'),
      'differs',
    );
    assert.equal(compared('2.4 million euros', '2,412,000 euros'), 'same');
    assert.equal(compared('thousands of fans', 'millions of fans'), 'differs');
    assert.equal(compared('thousands of fans', '3,200 fans'), 'same');
  });
});
