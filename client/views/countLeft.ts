import type { SheetEntry } from '../../protocol/factSheet.js';

/** How many of some entries are left to check: “18”, or “15 left of 18” once some of them are signed. */
export function countLeft(entries: readonly SheetEntry[]): string {
  const left = entries.filter(
    (entry) => !('signOff' in entry) || entry.signOff.signatures.length === 0,
  );
  return left.length === entries.length
    ? String(entries.length)
    : `${left.length} left of ${entries.length}`;
}
