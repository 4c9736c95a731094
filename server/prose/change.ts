/** What stands otherwise in a newer version of a text, in UTF-16 units: from `start` to an end in each of them. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** How many units are compared at one go, which the engine does much faster than one by one. */
const STRETCH = 1024;

/** The least stretch that has all in which two texts differ: empty in both where they are the same. */
export function changeBetween(older: string, newer: string): Change {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start < shorter && older.startsWith(newer.slice(start, start + STRETCH), start)) {
    start = Math.min(start + STRETCH, shorter);
  }
  while (start < shorter && older.charCodeAt(start) === newer.charCodeAt(start)) start++;
  let [oldEnd, newEnd] = [older.length, newer.length];
  const least = (): number => Math.min(STRETCH, oldEnd - start, newEnd - start);
  while (least() > 0 && older.endsWith(newer.slice(newEnd - least(), newEnd), oldEnd)) {
    [oldEnd, newEnd] = [oldEnd - least(), newEnd - least()];
  }
  while (
    oldEnd > start &&
    newEnd > start &&
    older.charCodeAt(oldEnd - 1) === newer.charCodeAt(newEnd - 1)
  ) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}
