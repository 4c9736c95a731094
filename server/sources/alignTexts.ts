/**
 * Upper bound on comparisons of texts: two documents of 2,000 paragraphs. Only the start of longer
 * ones is compared.
 */
const MOST_COMPARISONS = 4_000_000;

/** The minimum share of its words that a text has in common with its original. */
const MIN_LIKENESS = 0.5;

/** The original of a text, by its index. */
export interface AlignedText {
  readonly index: number;
  /** True if nothing was changed. */
  readonly isSame: boolean;
}

/**
 * For each text after an edit, its original before the edit, if any: as many identical ones as
 * possible, in order (a longest common subsequence), and between these the next that has half of
 * its words.
 */
export function alignTexts(
  before: readonly string[],
  after: readonly string[],
): readonly (AlignedText | undefined)[] {
  const aligned: (AlignedText | undefined)[] = after.map(() => undefined);
  for (const [index, at] of commonSubsequence(before, after)) aligned[at] = { index, isSame: true };
  const words = before.map(wordsOf);
  const last = (at: number): number =>
    aligned.slice(0, at).findLast((one) => one !== undefined)?.index ?? -1;
  for (const [at, text] of after.entries()) {
    if (aligned[at] !== undefined) continue;
    const next = aligned.slice(at).find((one) => one !== undefined)?.index ?? before.length;
    const own = wordsOf(text);
    for (let index = last(at) + 1; index < next && aligned[at] === undefined; index++) {
      if (likeness(own, words[index] ?? new Set()) >= MIN_LIKENESS)
        aligned[at] = { index, isSame: false };
    }
  }
  return aligned;
}

/** The pairs of indices of equal texts, in order. */
function commonSubsequence(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const columns = after.length + 1;
  const rows = Math.min(before.length, Math.floor(MOST_COMPARISONS / columns));
  const lengths = new Uint32Array((rows + 1) * columns);
  const lengthAt = (row: number, column: number): number => lengths[row * columns + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * columns + column] =
        before[row] === after[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < after.length) {
    if (before[row] === after[column]) pairs.push([row++, column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The share of words that two texts have in common (Dice's coefficient), 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
