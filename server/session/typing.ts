/** A change of a document at one place. Offsets are UTF-16 units of the text before it. */
export interface TextChange {
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

/**
 * More UTF-16 units than anyone types between two messages of an editor that collects keys for a
 * moment.
 */
const MOST_TYPED = 16;

/**
 * True if changes that an editor made at once look like typing: a key, a few keys that the editor sent
 * together, a deletion within a line, an accepted completion, or any of these at several cursors. False for
 * a paste, an edit that replaces words, and a change of the whole text.
 */
export function isTyping(changes: readonly TextChange[]): boolean {
  const [first] = changes;
  return (
    first !== undefined &&
    changes.every((change) => change.inserted === first.inserted && isTyped(change))
  );
}

function isTyped({ removed, inserted }: TextChange): boolean {
  if (spansLines(removed)) return false;
  if (removed === '' || inserted === '')
    return inserted.length <= MOST_TYPED && !spansLines(inserted);
  // A letter may replace a selection or the letter that an accent is put on; a completion continues what it replaces.
  const completes = inserted.toLowerCase().startsWith(removed.toLowerCase());
  return inserted.length <= 2 || (completes && !spansLines(inserted));
}

/** True for text on several lines; not for a line break with the marker of a list, as editors insert it. */
function spansLines(text: string): boolean {
  return /[\r\n]/u.test(text) && /\p{L}|\n[^\n]*\n/u.test(text);
}
