import { type QuotedWord, countOf, isContentWord } from './words.js';

/** A stretch where a quotation and its record differ; indices into the words of each, `to` not included. */
export interface WordDifference {
  readonly from: number;
  readonly to: number;
  readonly recordedFrom: number;
  readonly recordedTo: number;
}

/** How the words of a quotation lie on those of a record. */
export interface QuoteComparison {
  /** In order; none where the quotation is as recorded. */
  readonly differences: readonly WordDifference[];
  /** The share of words that both have, of the words that either has where they lie on each other; 0 to 1. */
  readonly likeness: number;
  /** The stretch of the record that the quotation lies on; indices of words, `to` not included. */
  readonly recorded: { readonly from: number; readonly to: number };
}

/** The largest table of a comparison: a quotation of 200 words against a record of 5,000. */
const LARGEST_TABLE = 1_000_000;

/**
 * Lays a quotation on the part of a record that it fits best, with the fewest words changed, left
 * out or put in (a semi-global alignment after Needleman and Wunsch 1970). What journalism allows is
 * no difference: the quotation may begin and end anywhere in the record; an ellipsis or brackets in
 * it stand for any words, and so may the end of a sentence for whole sentences left out; what the
 * record itself has in brackets may be missing. Undefined where the texts are too long to compare.
 */
export function compare(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
): QuoteComparison | undefined {
  const rows = quoted.length + 1;
  const columns = recorded.length + 1;
  if (rows * columns > LARGEST_TABLE) return undefined;
  const cost = costs(quoted, recorded);
  const end = cheapestEnd(cost, rows, recorded);
  const { differences, start, same } = traced(quoted, recorded, cost, end);
  const whole = uncut(differences, quoted, recorded).map((difference) =>
    widened(difference, quoted, recorded),
  );
  const own = quoted.filter(({ bracketed }) => !bracketed).length;
  const missing = whole.reduce((sum, { from, to, recordedFrom, recordedTo }) => {
    return sum + Math.max(0, recordedTo - recordedFrom - (to - from));
  }, 0);
  return {
    differences: whole,
    likeness: same / Math.max(1, own + missing),
    recorded: {
      from: Math.min(start, whole[0]?.recordedFrom ?? start),
      to: Math.max(end, whole.at(-1)?.recordedTo ?? end),
    },
  };
}

/** True where a quotation that differs from a record must be meant for it. */
export function isNear(
  quoted: readonly QuotedWord[],
  { differences, likeness }: QuoteComparison,
): boolean {
  const changed = new Set<number>();
  for (const { from, to } of differences) for (let at = from; at < to; at++) changed.add(at);
  const kept = quoted.filter(({ bracketed }, index) => !bracketed && !changed.has(index));
  const content = quoted.filter((word) => !word.bracketed && isContentWord(word)).length;
  const keptContent = kept.filter(isContentWord).length;
  return (
    likeness >= LEAST_LIKENESS &&
    countOf(kept) >= LEAST_KEPT &&
    keptContent >= 1 &&
    keptContent >= content * LEAST_CONTENT
  );
}

/** Below these two quotations that share words are more often two than one. */
const LEAST_LIKENESS = 0.6;
const LEAST_KEPT = 3;
const LEAST_CONTENT = 0.4;

/**
 * What a difference costs. A word left out costs a little less than one changed or put in, so that of
 * two ways to lay a quotation on its record the one with more words in common is taken.
 */
const CHANGED = 11;
const EXTRA = 11;
const MISSING = 10;

/** Costs of laying the first words of the quotation so that they end at a word of the record, row by row. */
function costs(quoted: readonly QuotedWord[], recorded: readonly QuotedWord[]): Uint32Array {
  const columns = recorded.length + 1;
  const cost = new Uint32Array((quoted.length + 1) * columns);
  for (let i = 1; i <= quoted.length; i++) {
    const extra = extraCost(quoted[i - 1]);
    for (let j = 0; j < columns; j++) {
      let least = (cost[(i - 1) * columns + j] ?? 0) + extra;
      if (j > 0) {
        const changed = quoted[i - 1]?.key === recorded[j - 1]?.key ? 0 : CHANGED;
        least = Math.min(
          least,
          (cost[(i - 1) * columns + j - 1] ?? 0) + changed,
          (cost[i * columns + j - 1] ?? 0) + missingCost(quoted, i, recorded[j - 1]),
        );
      }
      cost[i * columns + j] = least;
    }
  }
  return cost;
}

/** What a word costs that the record does not have. */
function extraCost(word: QuotedWord | undefined): number {
  return word?.bracketed === true ? 0 : EXTRA;
}

/** What a word of the record costs that the quotation, between its words `i - 1` and `i`, does not have. */
function missingCost(
  quoted: readonly QuotedWord[],
  i: number,
  word: QuotedWord | undefined,
): number {
  const before = quoted[i - 1];
  const after = quoted[i];
  if (word?.bracketed === true) return 0;
  if (after === undefined) return MISSING;
  const mayLeaveOut =
    after.afterGap || after.bracketed || before?.bracketed === true || after.opens === 'sentence';
  return mayLeaveOut ? 0 : MISSING;
}

/** Where the quotation best ends in the record: not in a contraction, since “we will” is no part of “we won't”. */
function cheapestEnd(cost: Uint32Array, rows: number, recorded: readonly QuotedWord[]): number {
  const columns = recorded.length + 1;
  let best = 0;
  for (let j = 1; j < columns; j++) {
    if (recorded[j]?.joined === true) continue;
    const here = cost[(rows - 1) * columns + j] ?? 0;
    if (here < (cost[(rows - 1) * columns + best] ?? 0)) best = j;
  }
  return best;
}

function traced(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
  cost: Uint32Array,
  end: number,
): {
  readonly differences: readonly WordDifference[];
  readonly start: number;
  readonly same: number;
} {
  const columns = recorded.length + 1;
  const differences: WordDifference[] = [];
  let same = 0;
  let i = quoted.length;
  let j = end;
  let open: { readonly to: number; readonly recordedTo: number } | undefined;
  const close = (): void => {
    if (open !== undefined) {
      const difference = { from: i, to: open.to, recordedFrom: j, recordedTo: open.recordedTo };
      if (!isAllowed(quoted, recorded, difference)) differences.push(difference);
    }
    open = undefined;
  };
  while (i > 0) {
    const here = cost[i * columns + j] ?? 0;
    const equal = j > 0 && quoted[i - 1]?.key === recorded[j - 1]?.key;
    const diagonal = j > 0 ? (cost[(i - 1) * columns + j - 1] ?? 0) : Infinity;
    if (equal && diagonal === here) {
      close();
      if (quoted[i - 1]?.bracketed === false) same++;
      i--;
      j--;
      continue;
    }
    open ??= { to: i, recordedTo: j };
    if (j > 0 && diagonal + CHANGED === here) {
      i--;
      j--;
    } else if (
      j > 0 &&
      (cost[i * columns + j - 1] ?? 0) + missingCost(quoted, i, recorded[j - 1]) === here
    ) {
      j--;
    } else {
      i--;
    }
  }
  close();
  return { differences: differences.reverse(), start: j, same };
}

/** True for what whoever quotes may do: leave out at an ellipsis, put in or replace in brackets, leave out whole sentences. */
function isAllowed(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
  { from, to, recordedFrom, recordedTo }: WordDifference,
): boolean {
  const own = quoted.slice(from, to);
  if (own.some(({ bracketed }) => !bracketed)) return false;
  if (own.length > 0 || quoted[to]?.afterGap === true) return true;
  if (quoted[to]?.bracketed === true || quoted[to - 1]?.bracketed === true) return true;
  if (recorded.slice(recordedFrom, recordedTo).every(({ bracketed }) => bracketed)) return true;
  return [quoted[to], recorded[recordedFrom], recorded[recordedTo]].every(
    (word) => word?.opens === 'sentence',
  );
}

/** The differences with contractions whole, since half of one is no word to show or to mend with. */
function uncut(
  differences: readonly WordDifference[],
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
): readonly WordDifference[] {
  const isCut = (at: number, there: number): boolean =>
    quoted[at]?.joined === true || recorded[there]?.joined === true;
  const whole: WordDifference[] = [];
  for (let { from, to, recordedFrom, recordedTo } of differences) {
    while (isCut(from, recordedFrom)) {
      from = Math.max(0, from - 1);
      recordedFrom = Math.max(0, recordedFrom - 1);
    }
    while (isCut(to, recordedTo)) {
      to = Math.min(quoted.length, to + 1);
      recordedTo = Math.min(recorded.length, recordedTo + 1);
    }
    const before = whole.at(-1);
    if (before === undefined || from >= before.to) {
      whole.push({ from, to, recordedFrom, recordedTo });
    } else {
      whole[whole.length - 1] = { ...before, to, recordedTo };
    }
  }
  return whole;
}

/**
 * Words at the quotation's edge that the record lacks stand for those that the record has there, if
 * that is about as many up to the end of the part of its sentence.
 */
function widened(
  difference: WordDifference,
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
): WordDifference {
  const { from, to, recordedFrom, recordedTo } = difference;
  if (recordedFrom !== recordedTo) return difference;
  const most = to - from + 1;
  if (to === quoted.length) {
    const count = partFrom(recorded, recordedTo);
    return count <= most ? { ...difference, recordedTo: recordedTo + count } : difference;
  }
  if (from === 0) {
    const count = partBefore(recorded, recordedFrom);
    return count <= most ? { ...difference, recordedFrom: recordedFrom - count } : difference;
  }
  return difference;
}

/** How many words the part of the sentence has from `index` on; none where a new part begins there. */
function partFrom(words: readonly QuotedWord[], index: number): number {
  let end = index;
  while (words[end]?.opens === 'nothing') end++;
  return end - index;
}

/** How many words the part of the sentence has before `index`. */
function partBefore(words: readonly QuotedWord[], index: number): number {
  let start = index;
  while (start > 0 && words[start]?.opens === 'nothing') start--;
  return index - start;
}
