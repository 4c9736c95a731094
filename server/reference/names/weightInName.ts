import { misspelling } from './misspelling.js';
import { soundOf } from './sound.js';

/** How far off a word may be that sounds like a short one. */
const HEARD = 1.8;

/** The weight of a letter that stands elsewhere in its word. */
const STRAYED = 1;
/** The least letters of a word in which one may stray; fewer make other names too. */
const LEAST = 6;

/**
 * How far a word is from the right one (see `misspelling`), that may be wrong where other words of the
 * name stand rightly beside it; `Infinity` where it is too far off to be meant. Both are folded.
 */
export function weightInName(written: string, right: string): number {
  const length = Math.min(written.length, right.length);
  const slack = length <= 3 ? 0.7 : length <= 5 ? 1.1 : length <= 7 ? 1.5 : 2.2;
  const weight = misspelling(written, right, length <= 3 ? HEARD : slack);
  if (weight <= slack) return weight;
  if (isStrayed(written, right)) return STRAYED;
  // The sound of a word costs more to find than its letters.
  return length <= 3 && weight <= HEARD && soundOf(written) === soundOf(right) ? weight : Infinity;
}

/** True where a word has all its letters and one stands elsewhere, not as the first: “Okwonko”, “Okonkwo”. */
function isStrayed(written: string, right: string): boolean {
  const { length } = right;
  if (length < LEAST || written.length !== length) return false;
  let first = 0;
  while (first < length && written[first] === right[first]) first++;
  let last = length;
  while (last > first && written[last - 1] === right[last - 1]) last--;
  const [a, b] = [written.slice(first, last), right.slice(first, last)];
  const moved = a.slice(1) + a.charAt(0) === b || b.slice(1) + b.charAt(0) === a;
  return first > 0 && moved;
}
