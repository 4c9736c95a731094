import { sideTable } from './sideTable.js';
/**
 * Computes `find` once per object; the result lives as long as the object. The blocks and sentences
 * of a draft stay the same objects across versions unless an edit touches them, so per-sentence
 * results are recomputed only where the text changed. Throws what `find` throws.
 */
export function memoize<Key extends object, Result>(
  find: (key: Key) => Result,
): (key: Key) => Result {
  const table = sideTable<Key, { readonly result: Result }>();
  return (key) => {
    let found = table.get(key);
    if (found === undefined) {
      found = { result: find(key) };
      table.set(key, found);
    }
    return found.result;
  };
}

/**
 * Like `memoize`, for results that also depend on a context, such as a reference: each object keeps
 * the result for the context it was last asked with, without retaining the context itself. Throws
 * what `find` throws.
 */
export function memoizeBy<Context extends object, Key extends object, Result>(
  find: (key: Key, context: Context) => Result,
): (key: Key, context: Context) => Result {
  const table = sideTable<Key, { readonly contextId: number; readonly result: Result }>();
  return (key, context) => {
    const contextId = contextIdOf(context);
    let found = table.get(key);
    if (found?.contextId !== contextId) {
      found = { contextId, result: find(key, context) };
      table.set(key, found);
    }
    return found.result;
  };
}

let contextCount = 0;

/** Identifies contexts by number. */
const contextIdOf = memoize<object, number>(() => ++contextCount);
