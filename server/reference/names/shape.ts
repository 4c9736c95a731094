/** Two letters that look like one on a scanned page, and that one. */
export const SHAPES: readonly (readonly [two: string, one: string])[] = [
  ['rn', 'm'],
  ['cl', 'd'],
  ['ri', 'n'],
  ['ii', 'u'],
  ['vv', 'w'],
  ['lc', 'k'],
];

/**
 * How a word looks to a machine that reads a scanned page: “Burnett” and “Bumett” look alike. `word` is
 * folded.
 */
export function shapeOf(word: string): string {
  return SHAPES.reduce((seen, [two, one]) => seen.replaceAll(two, one), word);
}
