import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isKeptBeside, keepBeside, memoize, memoizeBy } from '../../server/prose/memoize.js';

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

  it('keeps the result for one context in addition to that for another', () => {
    let calls = 0;
    const find = memoizeBy<object, object, number>(() => ++calls);
    const [key, sources, archive, newer] = [{}, {}, {}, {}];
    keepBeside(archive);
    keepBeside(newer);
    assert.deepEqual([isKeptBeside(archive), isKeptBeside(sources)], [true, false]);
    for (let round = 0; round < 2; round++)
      assert.deepEqual([find(key, sources), find(key, archive)], [1, 2]);
    assert.deepEqual([find(key, newer), find(key, sources), find(key, archive)], [3, 1, 4]);
  });
});
