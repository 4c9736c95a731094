/** What can be wrong between two words. `none` comes first, so that its number is 0. */
export const GAP_KINDS = [
  'none',
  'be',
  'verb',
  'preposition',
  'to',
  'subject',
  'fused',
  'swapped',
  'cutOff',
] as const;

/**
 * - `be`, `verb`, `preposition`, `to`, `subject`: such a word is missing;
 * - `fused`: two sentences meet without punctuation;
 * - `swapped`: the words on either side are transposed;
 * - `cutOff`: the end of the sentence is missing.
 */
export type GapKind = (typeof GAP_KINDS)[number];
