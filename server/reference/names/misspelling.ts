import { SHAPES } from './shape.js';

/** Letters that lie side by side on the keyboard (QWERTY). */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters and pairs that English reads alike, or nearly so. */
const ALIKE = ['ckq', 'csz', 'gj', 'iyj', 'vwf', 'dt', 'bp', 'mn', 'uw', 'xs'];
const VOWELS = 'aeiouy';

/** How much a slip weighs; one wrong letter without excuse weighs 1. */
const WEIGHT = {
  swapped: 0.6,
  doubled: 0.5,
  /** A silent letter put in or left out: “Rahman”, “Raman”. */
  silent: 0.6,
  vowel: 0.7,
  alike: 0.7,
  keyboard: 0.8,
  leftOut: 0.85,
  /** Two letters read as one that looks like them: “Bumett” for “Burnett”. */
  looksAlike: 0.6,
  wrong: 1,
  /** Added where the first letter is hit: readers and writers get it right more than any other. */
  first: 0.4,
  /** The same where the first letter is left out: what follows is all there. */
  firstLeftOut: 0.25,
} as const;

/** How far one letter is from another, by both; letters of other scripts are not in it. */
const LETTERS = 128;
const near = new Float64Array(LETTERS * LETTERS).fill(WEIGHT.wrong);
for (const [at, row] of ROWS.entries()) {
  for (let index = 0; index < row.length; index++) {
    pair(row, index, row, index + 1);
    pair(row, index, ROWS[at + 1] ?? '', index);
    pair(row, index, ROWS[at + 1] ?? '', index - 1);
  }
}
for (const group of ALIKE) {
  for (const a of group)
    for (const b of group) if (a !== b) near[both(a.charCodeAt(0), b.charCodeAt(0))] = WEIGHT.alike;
}
for (const a of VOWELS)
  for (const b of VOWELS) near[both(a.charCodeAt(0), b.charCodeAt(0))] = WEIGHT.vowel;

/** The letter that two look like, by both; -1 for most. */
const looks = new Int16Array(LETTERS * LETTERS).fill(-1);
for (const [two, one] of SHAPES) {
  looks[both(two.charCodeAt(0), two.charCodeAt(1))] = one.charCodeAt(0);
}

function pair(row: string, index: number, other: string, otherIndex: number): void {
  const a = row.charCodeAt(index);
  const b = other.charCodeAt(otherIndex);
  if (Number.isNaN(a) || Number.isNaN(b)) return;
  near[both(a, b)] = WEIGHT.keyboard;
  near[both(b, a)] = WEIGHT.keyboard;
}

function both(a: number, b: number): number {
  return a * LETTERS + b;
}

/** Letters and figures that look alike on a scanned page. */
for (const look of ['1l', '1i', '0o', '5s', '8b', '6b', '2z', 'ec', 'hb']) {
  const [a, b] = [look.charCodeAt(0), look.charCodeAt(1)];
  near[both(a, b)] = WEIGHT.looksAlike;
  near[both(b, a)] = WEIGHT.looksAlike;
}

type Rows = [Float64Array, Float64Array, Float64Array];

/** Words of fewer letters than this share their rows: most of the time would go into making them. */
const LONGEST = 64;
const scratch = rows(LONGEST);

function rows(length: number): Rows {
  return [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
}

/**
 * How far a written word is from the right one: the least weight of letters put in, left out,
 * changed or swapped with their neighbour that turns one into the other (optimal string alignment,
 * Damerau 1964), each slip weighed by how readily hand, ear and eye make it. More than `limit` where
 * it must exceed it; both words are folded.
 */
export function misspelling(written: string, right: string, limit: number): number {
  if (written === right) return 0;
  const beyond = limit + 1;
  const room = Math.floor(limit / WEIGHT.doubled);
  if (Math.abs(written.length - right.length) > room) return beyond;
  const length = right.length;
  let [twoBack, back, row] = length < LONGEST ? scratch : rows(length + 1);
  twoBack.fill(beyond, 0, length + 1);
  back.fill(beyond, 0, length + 1);
  back[0] = 0;
  let leastBack = 0;
  for (let j = 1; j <= length; j++) back[j] = (back[j - 1] ?? 0) + oneMore(right, j - 1);
  for (let i = 1; i <= written.length; i++) {
    const a = written.charCodeAt(i - 1);
    const more = oneMore(written, i - 1);
    const look = i > 1 ? lookOf(written, i) : -1;
    row.fill(beyond, 0, length + 1);
    row[0] = (back[0] ?? 0) + more;
    let least = row[0];
    const end = Math.min(length, i + room);
    for (let j = Math.max(1, i - room); j <= end; j++) {
      const b = right.charCodeAt(j - 1);
      let cost = (back[j - 1] ?? 0) + (a === b ? 0 : otherLetter(a, b, i === 1 || j === 1));
      cost = Math.min(cost, (back[j] ?? 0) + more, (row[j - 1] ?? 0) + oneMore(right, j - 1));
      if (i > 1 && j > 1 && a === right.charCodeAt(j - 2) && written.charCodeAt(i - 2) === b) {
        const swapped = WEIGHT.swapped + (i === 2 && j === 2 ? WEIGHT.first / 2 : 0);
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + swapped);
      }
      if (look === b) cost = Math.min(cost, (twoBack[j - 1] ?? 0) + WEIGHT.looksAlike);
      if (j > 1 && lookOf(right, j) === a)
        cost = Math.min(cost, (back[j - 2] ?? 0) + WEIGHT.looksAlike);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap reaches over one row, so two in a row must be beyond.
    if (least > limit && leastBack > limit) return beyond;
    leastBack = least;
    [twoBack, back, row] = [back, row, twoBack];
  }
  const cost = back[length] ?? beyond;
  return cost > limit ? beyond : cost;
}

/** The letter that the two of a word before `end` look like; -1 where they look like none. */
function lookOf(word: string, end: number): number {
  const [one, two] = [word.charCodeAt(end - 2), word.charCodeAt(end - 1)];
  return one < LETTERS && two < LETTERS ? (looks[both(one, two)] ?? -1) : -1;
}

const SILENT = 'h'.charCodeAt(0);

/** The weight of the letter at `at` where only one of the two words has it. */
function oneMore(word: string, at: number): number {
  const letter = word.charCodeAt(at);
  if (letter === word.charCodeAt(at - 1) || letter === word.charCodeAt(at + 1))
    return WEIGHT.doubled;
  if (at === 0) return WEIGHT.leftOut + WEIGHT.firstLeftOut;
  return letter === SILENT ? WEIGHT.silent : WEIGHT.leftOut;
}

function otherLetter(a: number, b: number, first: boolean): number {
  const weight = a < LETTERS && b < LETTERS ? (near[both(a, b)] ?? WEIGHT.wrong) : WEIGHT.wrong;
  return weight + (first ? WEIGHT.first : 0);
}
