/**
 * The size of feature keys in bits, small enough that a sorted list takes little more than a byte
 * per key.
 */
export const KEY_BITS = 26;

/** Combines two 32-bit values (a round of the Murmur3 mixer, Appleby 2011). */
export function mix(a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x1b873593);
  return h ^ (h >>> 15);
}

/** The key of a mixed value: never 0, at most `KEY_BITS` bits. */
export function hashKeyOf(mixed: number): number {
  const h = Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b);
  return (h ^ (h >>> 16)) >>> (32 - KEY_BITS) || 1;
}

/** A 32-bit hash of the UTF-16 units of `text` from `start` to `end` (FNV-1a). */
export function hashOf(text: string, start = 0, end = text.length): number {
  let h = 0x811c9dc5;
  for (let at = start; at < end; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  return h ^ (h >>> 15);
}
