import { memoize } from '../../../prose/memoize.js';
import type { Facts } from '../../../reference/model.js';

/** Shorter digits recur by chance: 2 million may be a rounding of anything from 1.5 to 2.5. */
const FEWEST_DIGITS = 2;

/**
 * True if a figure is one of the sources, in any scale, or a rounding of one: 1.28 billion for “NOK
 * 1,284 million” and for 1,284 in a table in millions.
 */
export function mayBeRounded(value: number, facts: Facts): boolean {
  const digits = digitsOf(String(value));
  return digits.length >= FEWEST_DIGITS && roundingsOf(facts).has(digits);
}

/** The digits of all figures in the sources, and of each of their roundings. */
const roundingsOf = memoize((facts: Facts): ReadonlySet<string> => {
  const roundings = new Set<string>();
  for (const { text } of facts) {
    for (const [written] of text.matchAll(/\p{Nd}[\p{Nd}.,]*/gu)) {
      const digits = digitsOf(written);
      roundings.add(digits);
      for (let length = FEWEST_DIGITS; length < Math.min(digits.length, MOST_DIGITS); length++)
        roundings.add(digitsOf(rounded(digits, length)));
    }
  }
  return roundings;
});

/** Longer digits are numbers of telephones and files. */
const MOST_DIGITS = 12;

function rounded(digits: string, length: number): string {
  return String(Math.round(Number(`${digits.slice(0, length)}.${digits.slice(length)}`)));
}

/** The significant digits of a number, without its separators. */
function digitsOf(written: string): string {
  const digits = written.replace(/[^\p{Nd}]/gu, '').replace(/^0+/u, '');
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
