/**
 * The difference between two versions of a text, in UTF-16 units: one common `start` and an end in
 * each version.
 */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * Text is compared in chunks of this many units, which engines do much faster than unit by unit.
 */
const CHUNK_LENGTH = 1024;

/**
 * The smallest range that covers all differences between two texts; empty in both if they are
 * equal.
 */
export function changeBetween(older: string, newer: string): Change {
  const shorterLength = Math.min(older.length, newer.length);
  let start = 0;
  while (
    start < shorterLength &&
    older.startsWith(newer.slice(start, start + CHUNK_LENGTH), start)
  ) {
    start = Math.min(start + CHUNK_LENGTH, shorterLength);
  }
  while (start < shorterLength && older.charCodeAt(start) === newer.charCodeAt(start)) start++;
  let [oldEnd, newEnd] = [older.length, newer.length];
  const chunkLength = (): number => Math.min(CHUNK_LENGTH, oldEnd - start, newEnd - start);
  while (chunkLength() > 0 && older.endsWith(newer.slice(newEnd - chunkLength(), newEnd), oldEnd)) {
    [oldEnd, newEnd] = [oldEnd - chunkLength(), newEnd - chunkLength()];
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
