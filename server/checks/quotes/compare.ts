import { isNegativeWord } from '../../lexicon/functionWords.js';
import { type QuotedWord, writtenWordCount, isContentWord } from './words.js';

/**
 * A range in which a quotation and its record differ; indices into the words of each, `to`
 * excluded.
 */
export interface WordDifference {
  readonly from: number;
  readonly to: number;
  readonly recordedFrom: number;
  readonly recordedTo: number;
  /** True for words that the quotation leaves out at an ellipsis or replaces in brackets. */
  readonly isOmission?: true;
}

/** How the words of a quotation align with those of a record. */
export interface QuoteAlignment {
  /** In order; empty if the quotation is as recorded. */
  readonly differences: readonly WordDifference[];
  /**
   * The parts that the quotation may leave out: words at an ellipsis or in brackets, and whole
   * sentences; in order.
   */
  readonly omissions: readonly WordDifference[];
  /** The share of words in common, of all words in the aligned range; 0 to 1. */
  readonly similarity: number;
  /** The range of the record that the quotation aligns with; indices of words, `to` excluded. */
  readonly recorded: { readonly from: number; readonly to: number };
}

/** The largest alignment table: a quotation of 200 words against a record of 5,000. */
const MAX_TABLE_CELLS = 1_000_000;

/**
 * Aligns a quotation with the part of a record that it fits best, with the fewest words changed,
 * omitted or inserted (a semi-global alignment after Needleman and Wunsch 1970). Journalistic
 * practice is not a difference: the quotation may start and end anywhere in the record; an ellipsis
 * or brackets in it replace any words except a “not” that negates the rest, and a sentence boundary
 * replaces whole sentences; the record's own brackets may be missing. Of two places for the words
 * after an omission the nearer is chosen. `undefined` if the texts are too long to compare.
 */
export function alignQuotation(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
): QuoteAlignment | undefined {
  const rows = quoted.length + 1;
  const columns = recorded.length + 1;
  if (rows * columns > MAX_TABLE_CELLS) return undefined;
  const cost = costs(quoted, recorded);
  const end = cheapestEnd(cost, rows, recorded);
  const { differences, omissions, start, same } = backtrack(quoted, recorded, cost, end);
  const changed = withWholeContractions(differences, quoted, recorded).map((difference) =>
    widenedAtEdge(difference, quoted, recorded),
  );
  const keptAt = firstWordBefore(changed[0], quoted, recorded);
  const whole = keptAt === undefined ? changed : withFirstWordAt(keptAt, changed);
  const own = quoted.filter(({ isBracketed }) => !isBracketed).length;
  const missing = whole.reduce((sum, { from, to, recordedFrom, recordedTo, isOmission }) => {
    // Only the “not” is missing from the words that an ellipsis leaves out.
    return sum + (isOmission === true ? 1 : Math.max(0, recordedTo - recordedFrom - (to - from)));
  }, 0);
  return {
    differences: whole,
    omissions,
    similarity: (keptAt === undefined ? same : same + 1) / Math.max(1, own + missing),
    recorded: {
      from: keptAt ?? Math.min(start, whole[0]?.recordedFrom ?? start),
      to: Math.max(end, whole.at(-1)?.recordedTo ?? end),
    },
  };
}

/**
 * True if a quotation that differs from a record is so similar that it must be meant as a quotation
 * of it.
 */
export function isCloseMatch(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
  { differences, similarity }: QuoteAlignment,
): boolean {
  const changed = new Set<number>();
  for (const { from, to } of differences) for (let at = from; at < to; at++) changed.add(at);
  const kept = quoted.filter(({ isBracketed }, index) => !isBracketed && !changed.has(index));
  const content = quoted.filter((word) => !word.isBracketed && isContentWord(word)).length;
  // A word that has changed places is kept: “afraid more than ashamed”.
  const replaced = new Set(
    differences.flatMap(({ recordedFrom, recordedTo }) =>
      recorded.slice(recordedFrom, recordedTo).map(({ key }) => key),
    ),
  );
  const keptContent = quoted.filter(
    (word, index) =>
      !word.isBracketed && isContentWord(word) && (!changed.has(index) || replaced.has(word.key)),
  ).length;
  return (
    similarity >= MIN_SIMILARITY &&
    writtenWordCount(kept) >= MIN_KEPT_WORDS &&
    keptContent >= 1 &&
    keptContent >= content * MIN_KEPT_CONTENT
  );
}

/** Below these, two quotations that share words are usually different quotations. */
const MIN_SIMILARITY = 0.6;
const MIN_KEPT_WORDS = 3;
const MIN_KEPT_CONTENT = 0.4;

/**
 * The costs of differences. An omitted word costs a little less than a changed or inserted one, so
 * that of two alignments the one with more words in common is chosen.
 */
const CHANGED = 11_000;
const EXTRA = 11_000;
const MISSING = 10_000;

/** The cost of a word that may be left out: next to nothing, so that the shortest omission is chosen. */
const OMITTED = 1;

/**
 * The least cost of aligning the first `i` words of the quotation so that they end at word `j` of
 * the record, by row.
 */
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

/** The cost of a word that the record does not have. */
function extraCost(word: QuotedWord | undefined): number {
  return word?.isBracketed === true ? 0 : EXTRA;
}

/**
 * The cost of a word of the record that is missing between the words `i - 1` and `i` of the
 * quotation.
 */
function missingCost(
  quoted: readonly QuotedWord[],
  i: number,
  word: QuotedWord | undefined,
): number {
  const before = quoted[i - 1];
  const after = quoted[i];
  if (word?.isBracketed === true) return 0;
  if (after === undefined) return MISSING;
  const mayOmit =
    after.afterOmission ||
    after.isBracketed ||
    before?.isBracketed === true ||
    after.starts === 'sentence';
  return mayOmit ? OMITTED : MISSING;
}

/**
 * The best end of the quotation in the record; not within a contraction, as “we will” is not part
 * of “we won't”.
 */
function cheapestEnd(cost: Uint32Array, rows: number, recorded: readonly QuotedWord[]): number {
  const columns = recorded.length + 1;
  let best = 0;
  for (let j = 1; j < columns; j++) {
    if (recorded[j]?.isContractedPart === true) continue;
    const here = cost[(rows - 1) * columns + j] ?? 0;
    if (here < (cost[(rows - 1) * columns + best] ?? 0)) best = j;
  }
  return best;
}

function backtrack(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
  cost: Uint32Array,
  end: number,
): {
  readonly differences: readonly WordDifference[];
  readonly omissions: readonly WordDifference[];
  readonly start: number;
  readonly same: number;
} {
  const columns = recorded.length + 1;
  const differences: WordDifference[] = [];
  const omissions: WordDifference[] = [];
  let same = 0;
  let i = quoted.length;
  let j = end;
  let open: { readonly to: number; readonly recordedTo: number } | undefined;
  const close = (): void => {
    if (open !== undefined) {
      const difference = { from: i, to: open.to, recordedFrom: j, recordedTo: open.recordedTo };
      if (!isAllowed(quoted, recorded, difference)) differences.push(difference);
      else if (dropsNegation(quoted, recorded, difference))
        differences.push({ ...difference, isOmission: true });
      else if (j < open.recordedTo) omissions.push(difference);
    }
    open = undefined;
  };
  while (i > 0) {
    const here = cost[i * columns + j] ?? 0;
    const equal = j > 0 && quoted[i - 1]?.key === recorded[j - 1]?.key;
    const diagonal = j > 0 ? (cost[(i - 1) * columns + j - 1] ?? 0) : Infinity;
    if (equal && diagonal === here) {
      close();
      if (quoted[i - 1]?.isBracketed === false) same++;
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
  return { differences: differences.reverse(), omissions: omissions.reverse(), start: j, same };
}

/**
 * True for permitted differences: omissions at an ellipsis, insertions or replacements in brackets,
 * omitted sentences.
 */
function isAllowed(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
  { from, to, recordedFrom, recordedTo }: WordDifference,
): boolean {
  const own = quoted.slice(from, to);
  if (own.some(({ isBracketed }) => !isBracketed)) return false;
  if (own.length > 0 || quoted[to]?.afterOmission === true) return true;
  if (quoted[to]?.isBracketed === true || quoted[to - 1]?.isBracketed === true) return true;
  if (recorded.slice(recordedFrom, recordedTo).every(({ isBracketed }) => isBracketed)) return true;
  return [quoted[to], recorded[recordedFrom], recorded[recordedTo]].every(
    (word) => word?.starts === 'sentence',
  );
}

/** A “not” with at most this many words between it and those after it negates them. */
const MOST_BETWEEN = 2;

/** Words after a “not” or a “no” that denies nothing: “not only”, “no doubt”. */
const SPARES = /^(?:only|just|merely|simply|least|doubt|matter)$/u;

/**
 * True if omitted words contain a “not” of the same part of the sentence as the words beside them:
 * “We will … pay”, from “We will not pay”.
 */
function dropsNegation(
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
  { from, to, recordedFrom, recordedTo }: WordDifference,
): boolean {
  const isNegative = ({ key }: QuotedWord): boolean => isNegativeWord({ text: key });
  if (quoted.slice(from, to).some(isNegative)) return false;
  const isOnePart = (words: readonly QuotedWord[]): boolean =>
    words.every(({ starts }) => starts === 'nothing');
  return recorded.slice(recordedFrom, recordedTo).some((word, index) => {
    const at = recordedFrom + index;
    if (word.isBracketed || !isNegative(word) || SPARES.test(recorded[at + 1]?.key ?? ''))
      return false;
    const negatesBefore = from > 0 && at === recordedFrom && isOnePart([word]);
    const after = recorded.slice(at + 1, recordedTo + 1);
    const negatesAfter = to < quoted.length && after.length <= MOST_BETWEEN + 1 && isOnePart(after);
    return negatesBefore || negatesAfter;
  });
}

/** The differences extended to whole contractions, as half of one cannot be shown or inserted. */
function withWholeContractions(
  differences: readonly WordDifference[],
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
): readonly WordDifference[] {
  const isWithinContraction = (at: number, recordedAt: number): boolean =>
    quoted[at]?.isContractedPart === true || recorded[recordedAt]?.isContractedPart === true;
  const whole: WordDifference[] = [];
  for (const difference of differences) {
    let { from, to, recordedFrom, recordedTo } = difference;
    while (isWithinContraction(from, recordedFrom)) {
      from = Math.max(0, from - 1);
      recordedFrom = Math.max(0, recordedFrom - 1);
    }
    while (isWithinContraction(to, recordedTo)) {
      to = Math.min(quoted.length, to + 1);
      recordedTo = Math.min(recorded.length, recordedTo + 1);
    }
    const before = whole.at(-1);
    if (before === undefined || from >= before.to) {
      whole.push({ ...difference, from, to, recordedFrom, recordedTo });
    } else {
      whole[whole.length - 1] = { ...before, to, recordedTo };
    }
  }
  return whole;
}

/**
 * Words at the quotation's edge that the record lacks replace the record's words there, if the
 * record has about as many up to the end of that part of its sentence.
 */
function widenedAtEdge(
  difference: WordDifference,
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
): WordDifference {
  const { from, to, recordedFrom, recordedTo } = difference;
  if (recordedFrom !== recordedTo) return difference;
  const most = to - from + 1;
  if (to === quoted.length) {
    const count = partLengthFrom(recorded, recordedTo);
    return count <= most ? { ...difference, recordedTo: recordedTo + count } : difference;
  }
  if (from === 0) {
    const count = partLengthBefore(recorded, recordedFrom);
    return count <= most ? { ...difference, recordedFrom: recordedFrom - count } : difference;
  }
  return difference;
}

/** The maximum number of words that may be missing after the first word of a quotation. */
const MOST_MISSING = 3;

/**
 * The place of a quotation's first word in the record, if it is a little before the word aligned
 * with it: “we agree” leaves “did not” out of “we did not agree”, rather than writing “we” for
 * “not”. `undefined` if it is nowhere there.
 */
function firstWordBefore(
  first: WordDifference | undefined,
  quoted: readonly QuotedWord[],
  recorded: readonly QuotedWord[],
): number | undefined {
  if (first?.from !== 0 || first.to !== 1 || first.recordedTo - first.recordedFrom !== 1)
    return undefined;
  const most = Math.min(MOST_MISSING, partLengthBefore(recorded, first.recordedFrom));
  const start = first.recordedFrom - most;
  const at = recorded
    .slice(start, first.recordedFrom)
    .findLastIndex(({ key }) => key === quoted[0]?.key);
  return at < 0 ? undefined : start + at;
}

/**
 * The differences of a quotation whose first word is that of the record, but without the words
 * after it.
 */
function withFirstWordAt(
  at: number,
  [first, ...others]: readonly WordDifference[],
): readonly WordDifference[] {
  return first === undefined ? [] : [{ ...first, from: 1, recordedFrom: at + 1 }, ...others];
}

/**
 * The number of words from `index` to the end of the part of the sentence; 0 if a new part starts
 * there.
 */
export function partLengthFrom(words: readonly QuotedWord[], index: number): number {
  let end = index;
  while (words[end]?.starts === 'nothing') end++;
  return end - index;
}

/** The number of words from the start of the part of the sentence to `index`. */
function partLengthBefore(words: readonly QuotedWord[], index: number): number {
  let start = index;
  while (start > 0 && words[start]?.starts === 'nothing') start--;
  return index - start;
}
