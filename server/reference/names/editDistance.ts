import { LOOKALIKES } from './shape.js';

/** The rows of letters on a QWERTY keyboard. */
const KEYBOARD_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that sound alike or similar in English. */
const SIMILAR_SOUNDS = ['ckq', 'csz', 'gj', 'iyj', 'vwf', 'dt', 'bp', 'mn', 'uw', 'xs'];
const VOWELS = 'aeiouy';

/** The cost of each kind of edit; an arbitrary wrong letter costs 1. */
const COST = {
  swapped: 0.6,
  doubled: 0.5,
  /** A silent letter added or missing: “Rahman”, “Raman”. */
  silent: 0.6,
  vowel: 0.7,
  similarSound: 0.7,
  keyboard: 0.8,
  missing: 0.85,
  /** Two letters read as a single one that looks like them: “Bumett” for “Burnett”. */
  lookalike: 0.6,
  wrong: 1,
  /** Added for an error in the first letter, which is the letter most rarely misspelled. */
  first: 0.4,
  /** Added if the first letter is missing but everything after it is there. */
  missingFirst: 0.25,
} as const;

/** Number of ASCII letters; other scripts are not covered by the tables. */
const LETTERS = 128;
/** The cost of one letter in place of another, by `pairIndex`. */
const substitutionCost = new Float64Array(LETTERS * LETTERS).fill(COST.wrong);
for (const [at, row] of KEYBOARD_ROWS.entries()) {
  for (let index = 0; index < row.length; index++) {
    setKeyboardCost(row, index, row, index + 1);
    setKeyboardCost(row, index, KEYBOARD_ROWS[at + 1] ?? '', index);
    setKeyboardCost(row, index, KEYBOARD_ROWS[at + 1] ?? '', index - 1);
  }
}
for (const group of SIMILAR_SOUNDS) {
  for (const a of group)
    for (const b of group)
      if (a !== b)
        substitutionCost[pairIndex(a.charCodeAt(0), b.charCodeAt(0))] = COST.similarSound;
}
for (const a of VOWELS)
  for (const b of VOWELS)
    substitutionCost[pairIndex(a.charCodeAt(0), b.charCodeAt(0))] = COST.vowel;

/** The letter that a pair of letters looks like, by `pairIndex`; -1 for most pairs. */
const lookalikeOf = new Int16Array(LETTERS * LETTERS).fill(-1);
for (const [two, one] of LOOKALIKES) {
  lookalikeOf[pairIndex(two.charCodeAt(0), two.charCodeAt(1))] = one.charCodeAt(0);
}

function setKeyboardCost(row: string, index: number, other: string, otherIndex: number): void {
  const a = row.charCodeAt(index);
  const b = other.charCodeAt(otherIndex);
  if (Number.isNaN(a) || Number.isNaN(b)) return;
  substitutionCost[pairIndex(a, b)] = COST.keyboard;
  substitutionCost[pairIndex(b, a)] = COST.keyboard;
}

function pairIndex(a: number, b: number): number {
  return a * LETTERS + b;
}

/** Letters and digits that look alike on a scanned page. */
for (const look of ['1l', '1i', '0o', '5s', '8b', '6b', '2z', 'ec', 'hb']) {
  const [a, b] = [look.charCodeAt(0), look.charCodeAt(1)];
  substitutionCost[pairIndex(a, b)] = COST.lookalike;
  substitutionCost[pairIndex(b, a)] = COST.lookalike;
}

type Rows = [Float64Array, Float64Array, Float64Array];

/** Words shorter than this share preallocated rows, since allocation would take most of the time. */
const SHARED_LENGTH = 64;
const scratch = rows(SHARED_LENGTH);

function rows(length: number): Rows {
  return [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
}

/**
 * The edit distance between a written word and the correct one, both folded: the least total cost of insertions,
 * deletions, substitutions and transpositions (optimal string alignment, Damerau 1964), where likely typing, hearing
 * and reading errors cost less. Once the distance exceeds `limit`, any value above it may be returned.
 */
export function editDistance(written: string, right: string, limit: number): number {
  if (written === right) return 0;
  const beyond = limit + 1;
  const room = Math.floor(limit / COST.doubled);
  if (Math.abs(written.length - right.length) > room) return beyond;
  const length = right.length;
  let [twoBack, back, row] = length < SHARED_LENGTH ? scratch : rows(length + 1);
  twoBack.fill(beyond, 0, length + 1);
  back.fill(beyond, 0, length + 1);
  back[0] = 0;
  let leastBack = 0;
  for (let j = 1; j <= length; j++) back[j] = (back[j - 1] ?? 0) + insertionCost(right, j - 1);
  for (let i = 1; i <= written.length; i++) {
    const a = written.charCodeAt(i - 1);
    const more = insertionCost(written, i - 1);
    const look = i > 1 ? lookalikeBefore(written, i) : -1;
    row.fill(beyond, 0, length + 1);
    row[0] = (back[0] ?? 0) + more;
    let least = row[0];
    const end = Math.min(length, i + room);
    for (let j = Math.max(1, i - room); j <= end; j++) {
      const b = right.charCodeAt(j - 1);
      let cost = (back[j - 1] ?? 0) + (a === b ? 0 : substitution(a, b, i === 1 || j === 1));
      cost = Math.min(cost, (back[j] ?? 0) + more, (row[j - 1] ?? 0) + insertionCost(right, j - 1));
      if (i > 1 && j > 1 && a === right.charCodeAt(j - 2) && written.charCodeAt(i - 2) === b) {
        const swapped = COST.swapped + (i === 2 && j === 2 ? COST.first / 2 : 0);
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + swapped);
      }
      if (look === b) cost = Math.min(cost, (twoBack[j - 1] ?? 0) + COST.lookalike);
      if (j > 1 && lookalikeBefore(right, j) === a)
        cost = Math.min(cost, (back[j - 2] ?? 0) + COST.lookalike);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A transposition skips one row, so two consecutive rows must exceed the limit.
    if (least > limit && leastBack > limit) return beyond;
    leastBack = least;
    [twoBack, back, row] = [back, row, twoBack];
  }
  const cost = back[length] ?? beyond;
  return cost > limit ? beyond : cost;
}

/** The letter that the two letters before `end` look like; -1 if there is none. */
function lookalikeBefore(word: string, end: number): number {
  const [one, two] = [word.charCodeAt(end - 2), word.charCodeAt(end - 1)];
  return one < LETTERS && two < LETTERS ? (lookalikeOf[pairIndex(one, two)] ?? -1) : -1;
}

const SILENT = 'h'.charCodeAt(0);

/** The cost of the letter at `at` if only one of the two words has it. */
function insertionCost(word: string, at: number): number {
  const letter = word.charCodeAt(at);
  if (letter === word.charCodeAt(at - 1) || letter === word.charCodeAt(at + 1)) return COST.doubled;
  if (at === 0) return COST.missing + COST.missingFirst;
  return letter === SILENT ? COST.silent : COST.missing;
}

function substitution(a: number, b: number, first: boolean): number {
  const weight =
    a < LETTERS && b < LETTERS ? (substitutionCost[pairIndex(a, b)] ?? COST.wrong) : COST.wrong;
  return weight + (first ? COST.first : 0);
}
