/** A place in a draft, 0-based. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * The start of the next or previous mark after a cursor, starting over at the end; `undefined` if
 * there are no marks.
 *
 * @param starts Where the marks start, in any order.
 */
export function nextMark<Start extends Place>(
  starts: readonly Start[],
  cursor: Place,
  direction: 'next' | 'previous',
): Start | undefined {
  const sorted = [...starts].sort(compare);
  return direction === 'next'
    ? (sorted.find((start) => compare(start, cursor) > 0) ?? sorted[0])
    : (sorted.findLast((start) => compare(start, cursor) < 0) ?? sorted.at(-1));
}

function compare(one: Place, other: Place): number {
  return one.line - other.line || one.character - other.character;
}
