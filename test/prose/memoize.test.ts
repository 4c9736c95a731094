import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { memoize, memoizeBy } from '../../server/prose/memoize.js';

describe('once', () => {
  it('asks once of each thing, whatever the answer is', () => {
    let asked = 0;
    const find = memoize<object, undefined>(() => {
      asked++;
      return undefined;
    });
    const thing = {};
    find(thing);
    find(thing);
    assert.equal(asked, 1);
    find({});
    assert.equal(asked, 2);
  });
});

describe('onceBy', () => {
  it('asks again by another standard, and keeps what the last one gave', () => {
    const asked: string[] = [];
    const find = memoizeBy((thing: { readonly name: string }, by: { readonly name: string }) => {
      asked.push(`${thing.name} by ${by.name}`);
      return asked.length;
    });
    const [thing, old, young] = [{ name: 'draft' }, { name: 'old' }, { name: 'young' }];
    assert.deepEqual([find(thing, old), find(thing, old)], [1, 1]);
    assert.deepEqual([find(thing, young), find(thing, young)], [2, 2]);
    assert.equal(find(thing, old), 3);
    assert.deepEqual(asked, ['draft by old', 'draft by young', 'draft by old']);
  });
});
