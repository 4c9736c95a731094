/** A word or mark as its neighbours see it. */
export interface ContextWord {
  readonly lower: string;
  readonly tag: string;
}

/** Outside a sentence. */
const EDGE: ContextWord = { lower: '', tag: '' };

/**
 * The context of the words from `first` to `last`, both inclusive, as signs of which word belongs
 * there: the two words on each side, their endings and parts of speech, alone and in pairs. The
 * words themselves are no sign.
 */
export function contextSigns(
  words: readonly ContextWord[],
  first: number,
  last: number,
): readonly string[] {
  const [before, earlier] = [words[first - 1] ?? EDGE, words[first - 2] ?? EDGE];
  const [after, later] = [words[last + 1] ?? EDGE, words[last + 2] ?? EDGE];
  const [b1, b2, a1, a2] = [before, earlier, after, later].map(({ lower }) => plain(lower));
  return [
    `b ${b1}`,
    `bb ${b2}`,
    `a ${a1}`,
    `aa ${a2}`,
    `bb b ${b2} ${b1}`,
    `b a ${b1} ${a1}`,
    `a aa ${a1} ${a2}`,
    `b- ${ending(before.lower)}`,
    `a- ${ending(after.lower)}`,
    `aa- ${ending(later.lower)}`,
    `B ${before.tag}`,
    `A ${after.tag}`,
    `AA ${later.tag}`,
    `BB B ${earlier.tag} ${before.tag}`,
    `B A ${before.tag} ${after.tag}`,
    `A AA ${after.tag} ${later.tag}`,
  ];
}

/** A word with a straight apostrophe; one sign for all figures. */
function plain(lower: string): string {
  return /\p{N}/u.test(lower) ? '#' : lower.replaceAll('’', "'");
}

/** The last letters of a longer word. */
function ending(lower: string): string {
  return lower.length > 4 ? lower.slice(-3) : plain(lower);
}
