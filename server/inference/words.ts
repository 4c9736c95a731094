/** A word as the readers see it; offsets are UTF-16 units of the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A run of letters, marks and digits, or one other character. Training uses the same expression
 * (`WORD` in `training/readers/tokens.py`), with Unicode's white space instead of JavaScript's.
 */
const WORD = /[\p{L}\p{M}\p{N}]+|[^\p{White_Space}\p{L}\p{M}\p{N}]/gu;

/** The words and marks of a text, in order, found one by one. */
export function* wordsOf(text: string): Generator<Word, void, void> {
  for (const match of text.matchAll(WORD)) {
    yield { text: match[0], start: match.index, end: match.index + match[0].length };
  }
}

/** The letter case of a word; the numbers are the encoder's. */
export const LETTER_CASE = { lower: 0, title: 1, upper: 2, mixed: 3 } as const;

/** A value of `LETTER_CASE`. */
export type LetterCase = (typeof LETTER_CASE)[keyof typeof LETTER_CASE];

const CAPITALS = /\p{Uppercase}/gu;
const SMALL = /[\p{Lowercase}\p{Lt}]/u;

/** The letter case of a word: marks and figures count as `lower`, a single capital as `title`. */
export function letterCaseOf(word: string): LetterCase {
  const capitals = [...word.matchAll(CAPITALS)];
  const [first, second] = capitals;
  if (first === undefined) return LETTER_CASE.lower;
  if (first.index === 0 && second === undefined) return LETTER_CASE.title;
  return SMALL.test(word) ? LETTER_CASE.mixed : LETTER_CASE.upper;
}
