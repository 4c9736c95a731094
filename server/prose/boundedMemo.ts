/**
 * A pure function that remembers what it found for the words it was asked for last, `most` of them: a
 * draft has the same words over and over. Throws what `find` throws.
 */
export function boundedMemo<Value>(
  find: (word: string) => Value,
  most = 4096,
): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    let value = known.get(word);
    if (value === undefined) {
      value = find(word);
      if (known.size >= most) known.clear();
      known.set(word, value);
    }
    return value;
  };
}
