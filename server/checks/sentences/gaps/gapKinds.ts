/** What can be wrong between two words. `none` comes first: its number is 0. */
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
 * - `be`, `verb`, `preposition`, `to`, `subject`: such a word is lost there;
 * - `fused`: a sentence ends there without its mark;
 * - `swapped`: the words on either side have changed places;
 * - `cutOff`: the end of the sentence is lost.
 */
export type GapKind = (typeof GAP_KINDS)[number];
