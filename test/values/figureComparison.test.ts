import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { figuresExclude, mayBeSameFigure } from '../../server/values/figureComparison.js';
import { type Quantity, quantitiesIn } from '../../server/values/figures.js';
import { tokensOf } from '../tokensOf.js';

function figure(text: string): Quantity {
  const [first] = quantitiesIn(tokensOf(text));
  assert.ok(first, `no figure in: ${text}`);
  return first;
}

const isSameWord = (one: string, other: string): boolean => one === other;
const same = (one: string, other: string): boolean =>
  mayBeSameFigure(figure(one), figure(other), isSameWord);
const exclude = (one: string, other: string): boolean =>
  figuresExclude(figure(one), figure(other), isSameWord);

describe('figures', () => {
  it('are the same in another unit, and of people in another word', () => {
    assert.equal(same('90 minutes', '1.5 hours'), true);
    assert.equal(same('some 200 people', '204 protesters'), true);
    assert.equal(same('17 minutes', '17 people'), false);
    assert.equal(same('5 miles', '5 kilometres'), false);
  });

  it('are the same as a side of a result', () => {
    assert.equal(same('19 backed it.', 'The council voted 19 to 12.'), true);
    assert.equal(same('18 backed it.', 'The council voted 19 to 12.'), false);
  });

  it('exclude each other if they are of one kind and unit', () => {
    assert.equal(exclude('64 boats', '46 boats'), true);
    assert.equal(exclude('£300', '£400'), true);
    assert.equal(exclude('£300', '$400'), false);
    assert.equal(exclude('7 km', '5 miles'), false);
    assert.equal(exclude('64 boats', '12 percent'), false);
    assert.equal(exclude('thousands of boats', '64 boats'), false);
  });

  it('do not exclude a value whose scale the heading of a table has', () => {
    assert.equal(exclude('742 million', '742'), false);
  });
});
