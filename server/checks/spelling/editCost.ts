import { ALPHABET } from './wordGraph.js';

// The cost of a slip of the fingers or of the mind: about the negative logarithm of its frequency.
// Only the differences matter.

/** Two neighbouring letters exchanged: “teh”. */
export const TRANSPOSED = 1;
/** One of two equal letters left out: “comittee”. */
const UNDOUBLED = 0.9;
/** Another letter left out: “goverment”. */
const OMITTED = 1.25;
/** A letter written twice: “untill”. */
const DOUBLED = 0.9;
/** The letter of a neighbouring key hit beside the right one. */
const STRAY_NEIGHBOUR = 1.6;
/** Another letter too many. */
const ADDED = 2;
/** A vowel for a vowel: “seperate”. */
const VOWEL = 1.5;
/** A letter for one that sounds like it: “cemicals”, “sucsess”. */
const SOUND = 1.5;
/** The letter of a neighbouring key. */
const NEIGHBOUR = 1.5;
/** Any other letter for another. */
const OTHER = 1.9;
/** A missing apostrophe: “dont”. */
const APOSTROPHE = 0.5;
/** The additional cost of an edit at the first letter, which is rarely wrong. */
export const AT_FIRST_LETTER = 0.7;

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** How far each row of keys is shifted to the right, in keys. */
const SHIFTS = [0, 0.25, 0.75];

const KEYS = new Map(
  ROWS.flatMap((row, y) =>
    Array.from(row).map((letter, x): [string, readonly [number, number]] => [
      letter,
      [x + (SHIFTS[y] ?? 0), y],
    ]),
  ),
);

function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [KEYS.get(one), KEYS.get(other)];
  return a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1.3;
}

const ALIKE = new Set(['ck', 'cs', 'sz', 'gj', 'iy', 'fv', 'mn', 'dt', 'bp', 'kq']);

function substitutionCost(one: string, other: string): number {
  if (one === "'" || other === "'") return OTHER;
  const isVowel = (letter: string): boolean => 'aeiou'.includes(letter);
  if (isVowel(one) && isVowel(other)) return VOWEL;
  if (ALIKE.has([one, other].sort().join(''))) return SOUND;
  return areNeighbours(one, other) ? NEIGHBOUR : OTHER;
}

const SIZE = ALPHABET.length;

function table(cost: (one: string, other: string) => number): Float32Array {
  return Float32Array.from({ length: SIZE * SIZE }, (_, at) =>
    cost(ALPHABET.charAt(Math.floor(at / SIZE)), ALPHABET.charAt(at % SIZE)),
  );
}

const SUBSTITUTIONS = table((one, other) => (one === other ? 0 : substitutionCost(one, other)));
const ADDITIONS = table((letter, beside) => {
  if (letter === beside) return DOUBLED;
  return areNeighbours(letter, beside) ? STRAY_NEIGHBOUR : ADDED;
});

/** The cost of writing one letter for another; letters are numbers in the alphabet. */
export function substituted(written: number, meant: number): number {
  return SUBSTITUTIONS[written * SIZE + meant] ?? OTHER;
}

/** The cost of an extra letter beside another; -1 for none. */
export function added(letter: number, before: number, after: number): number {
  const first = before < 0 ? ADDED : (ADDITIONS[letter * SIZE + before] ?? ADDED);
  const second = after < 0 ? ADDED : (ADDITIONS[letter * SIZE + after] ?? ADDED);
  return Math.min(first, second);
}

/** The cost of leaving out a letter after another one of the intended word; -1 for none. */
export function omitted(letter: number, before: number): number {
  if (letter === 0) return APOSTROPHE;
  return letter === before ? UNDOUBLED : OMITTED;
}
