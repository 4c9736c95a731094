import { misspelling } from './misspelling.js';
import { soundOf } from './sound.js';

/** How far off a word may be that sounds like a short one. */
const HEARD = 1.8;

/**
 * How far a word is from the right one (see `misspelling`), that may be wrong where other words of the
 * name stand rightly beside it; `Infinity` where it is too far off to be meant. Both are folded.
 * Cannot throw.
 */
export function weightInName(written: string, right: string): number {
  const length = Math.min(written.length, right.length);
  const slack = length <= 3 ? 0.7 : length <= 5 ? 1.1 : length <= 7 ? 1.5 : 2.2;
  const weight = misspelling(written, right, length <= 3 ? HEARD : slack);
  if (weight <= slack) return weight;
  // The sound of a word costs more to find than its letters.
  return length <= 3 && weight <= HEARD && soundOf(written) === soundOf(right) ? weight : Infinity;
}
