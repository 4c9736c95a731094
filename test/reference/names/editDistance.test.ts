import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { editDistance } from '../../../server/reference/names/editDistance.js';

/** Asserts that each pair, written and correct, has a smaller distance than the next. */
function expectOrder(...pairs: readonly (readonly [string, string])[]): void {
  const distances = pairs.map(([written, right]) => editDistance(written, right, 3));
  assert.deepEqual(
    distances,
    [...distances].sort((a, b) => a - b),
  );
  assert.equal(new Set(distances).size, distances.length, distances.join(' '));
}

describe('the edit distance', () => {
  it('is 0 for the same word', () => {
    assert.equal(editDistance('petrenko', 'petrenko', 3), 0);
  });

  it('grows from a doubled letter to an arbitrary one', () => {
    expectOrder(
      ['petrrenko', 'petrenko'],
      ['pertenko', 'petrenko'],
      ['petranko', 'petrenko'],
      ['petrrnko', 'petrenko'],
      ['petenko', 'petrenko'],
      ['petzenko', 'petrenko'],
    );
  });

  it('is small for letters that look alike', () => {
    expectOrder(['bumett', 'burnett'], ['buvett', 'burnett']);
    expectOrder(['petr0v', 'petrov'], ['petrzv', 'petrov']);
  });

  it('is larger for the first letter', () => {
    expectOrder(['dobin', 'dolin'], ['molin', 'dolin']);
  });

  it('exceeds the limit for different words', () => {
    assert.ok(editDistance('okonkwo', 'wójcik', 1) > 1);
    assert.ok(editDistance('a', 'figueiredo', 2) > 2);
  });
});
