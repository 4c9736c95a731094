/** Pairs of letters that look like a single letter on a scanned page, with that letter. */
export const LOOKALIKES: readonly (readonly [two: string, one: string])[] = [
  ['rn', 'm'],
  ['cl', 'd'],
  ['ri', 'n'],
  ['ii', 'u'],
  ['vv', 'w'],
  ['lc', 'k'],
];

/** The key shared by folded words that text recognition may confuse on a scanned page: “burnett” and “bumett”. */
export function shapeOf(word: string): string {
  return LOOKALIKES.reduce((seen, [two, one]) => seen.replaceAll(two, one), word);
}
