import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { memoize, memoizeBy } from '../../server/prose/memoize.js';

describe('memoize', () => {
  it('computes once per object, whatever the result', () => {
    let calls = 0;
    const find = memoize<object, undefined>(() => {
      calls++;
      return undefined;
    });
    const key = {};
    find(key);
    find(key);
    assert.equal(calls, 1);
    find({});
    assert.equal(calls, 2);
  });
});

describe('memoizeBy', () => {
  it('computes again for another context, and keeps the last result', () => {
    const calls: string[] = [];
    const find = memoizeBy((key: { readonly name: string }, context: { readonly name: string }) => {
      calls.push(`${key.name} context ${context.name}`);
      return calls.length;
    });
    const [key, old, young] = [{ name: 'draft' }, { name: 'old' }, { name: 'young' }];
    assert.deepEqual([find(key, old), find(key, old)], [1, 1]);
    assert.deepEqual([find(key, young), find(key, young)], [2, 2]);
    assert.equal(find(key, old), 3);
    assert.deepEqual(calls, ['draft context old', 'draft context young', 'draft context old']);
  });
});
