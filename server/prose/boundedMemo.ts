/**
 * Caches the results of a pure function of a word; the cache is cleared once it holds `most` words.
 * Texts repeat the same words many times. Throws if `find` throws.
 */
export function boundedMemo<Value>(
  find: (word: string) => Value,
  most = 4096,
): (word: string) => Value {
  const cache = new Map<string, Value>();
  return (word) => {
    let value = cache.get(word);
    if (value === undefined) {
      value = find(word);
      if (cache.size >= most) cache.clear();
      cache.set(word, value);
    }
    return value;
  };
}
