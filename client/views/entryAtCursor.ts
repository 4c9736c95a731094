import type { SignableEntry } from '../../protocol/factSheet.js';

type Place = SignableEntry['range']['start'];

/**
 * The entry at a place of its draft: the one around it that starts last, otherwise the next one,
 * otherwise the last of all. `undefined` if there are no entries.
 */
export function entryAtCursor<Entry extends Pick<SignableEntry, 'range'>>(
  entries: readonly Entry[],
  cursor: Place,
): Entry | undefined {
  const inOrder = [...entries].sort((a, b) => compare(a.range.start, b.range.start));
  return (
    inOrder.findLast(
      ({ range }) => compare(range.start, cursor) <= 0 && compare(cursor, range.end) <= 0,
    ) ??
    inOrder.find(({ range }) => compare(range.start, cursor) > 0) ??
    inOrder.at(-1)
  );
}

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
