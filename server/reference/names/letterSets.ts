/** The set of a word's letters, one bit each; letters of other scripts share the bits of Latin ones. */
export function letterSetOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/**
 * The number of letters that occur in only one of two letter sets (bit count: Warren, Hacker's
 * Delight, 5-1).
 */
export function letterSetDistance(a: number, b: number): number {
  const value = a ^ b;
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
