import { sideTable } from './sideTable.js';
/**
 * Computes `find` once per object; the result lives as long as the object. The blocks and sentences
 * of a draft stay the same objects across versions unless an edit touches them, so per-sentence
 * results are recomputed only where the text changed. Throws if `find` throws.
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
 * Like `memoize`, for results that also depend on a context, such as a reference. Each object keeps
 * the result for its latest context, without retaining the context itself, and additionally the
 * result for the latest context passed to `keepBeside`. Throws if `find` throws.
 */
export function memoizeBy<Context extends object, Key extends object, Result>(
  find: (key: Key, context: Context) => Result,
): (key: Key, context: Context) => Result {
  const main = sideTable<Key, Kept<Result>>();
  const beside = sideTable<Key, Kept<Result>>();
  return (key, context) => {
    const identity = identityOf(context);
    const table = identity.isBeside ? beside : main;
    let found = table.get(key);
    if (found?.identity !== identity) {
      found = { identity, result: find(key, context) };
      table.set(key, found);
    }
    return found.result;
  };
}

interface Kept<Result> {
  readonly identity: Identity;
  readonly result: Result;
}

/** Represents a context, which it does not retain. */
interface Identity {
  readonly isBeside: boolean;
}

/**
 * Makes `memoizeBy` keep results for this context in addition to those for others, because a draft
 * is checked with both each time, such as the sources and an archive. Call before the context is
 * used.
 */
export function keepBeside(context: object): void {
  besides.set(context, true);
}

/**
 * True if `keepBeside` was called for a context, so that everything made from it should be kept
 * beside too.
 */
export function isKeptBeside(context: object): boolean {
  return besides.get(context) === true;
}

const besides = sideTable<object, true>();

const identityOf = memoize<object, Identity>((context) => ({ isBeside: isKeptBeside(context) }));
