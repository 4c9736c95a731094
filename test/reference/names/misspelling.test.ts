import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { misspelling } from '../../../server/reference/names/misspelling.js';

/** Asserts that each pair, written and right, weighs less than the next. */
function expectOrder(...pairs: readonly (readonly [string, string])[]): void {
  const weights = pairs.map(([written, right]) => misspelling(written, right, 3));
  assert.deepEqual(
    weights,
    [...weights].sort((a, b) => a - b),
  );
  assert.equal(new Set(weights).size, weights.length, weights.join(' '));
}

describe('the weight of a misspelling', () => {
  it('is nothing for the same word', () => {
    assert.equal(misspelling('petrenko', 'petrenko', 3), 0);
  });

  it('grows from a letter doubled to one that is nowhere near', () => {
    expectOrder(
      ['petrrenko', 'petrenko'],
      ['pertenko', 'petrenko'],
      ['petranko', 'petrenko'],
      ['petrrnko', 'petrenko'],
      ['petenko', 'petrenko'],
      ['petzenko', 'petrenko'],
    );
  });

  it('is light for letters that look like one other', () => {
    expectOrder(['bumett', 'burnett'], ['buvett', 'burnett']);
    expectOrder(['petr0v', 'petrov'], ['petrzv', 'petrov']);
  });

  it('weighs the first letter heavier', () => {
    expectOrder(['dobin', 'dolin'], ['molin', 'dolin']);
  });

  it('gives up beyond the limit', () => {
    assert.ok(misspelling('okonkwo', 'wójcik', 1) > 1);
    assert.ok(misspelling('a', 'figueiredo', 2) > 2);
  });
});
