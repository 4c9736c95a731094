import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sideTable } from '../../server/prose/sideTable.js';

describe('a side table', () => {
  it('keeps values by object identity', () => {
    const ages = sideTable<object, number>();
    const [one, other] = [{}, {}];
    ages.set(one, 3);
    assert.deepEqual([ages.get(one), ages.get(other)], [3, undefined]);
    ages.set(one, 4);
    assert.equal(ages.get(one), 4);
  });

  it('keeps its values apart from those of other tables', () => {
    const [ages, names] = [sideTable<object, number>(), sideTable<object, string>()];
    const thing = {};
    ages.set(thing, 3);
    assert.equal(names.get(thing), undefined);
    names.set(thing, 'Ada');
    assert.deepEqual([ages.get(thing), names.get(thing)], [3, 'Ada']);
  });

  it('accepts arrays as keys', () => {
    const sums = sideTable<readonly number[], number>();
    const list = [1, 2];
    sums.set(list, 3);
    assert.equal(sums.get(list), 3);
    assert.deepEqual(list, [1, 2]);
  });

  it('hides its values from other code and from copies', () => {
    const ages = sideTable<object, number>();
    const thing = { name: 'Ada' };
    ages.set(thing, 3);
    assert.deepEqual(Reflect.ownKeys(thing), ['name']);
    assert.equal(ages.get({ ...thing }), undefined);
    assert.equal(ages.get(structuredClone(thing)), undefined);
  });
});
