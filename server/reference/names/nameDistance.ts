import { editDistance } from './editDistance.js';
import { soundOf } from './sound.js';

/** The largest distance of a word that sounds like a short one. */
const MAX_SOUND_DISTANCE = 1.8;

/** The distance of a word with one letter moved to another position. */
const MOVED_LETTER_DISTANCE = 1;
/** The shortest word in which a moved letter is recognised; in shorter ones it often makes another name. */
const MIN_MOVED_LENGTH = 6;

/**
 * The distance of a word from the correct word of a name whose other words are correct (see `editDistance`); `Infinity`
 * if it is too different. Both are folded.
 */
export function nameDistance(written: string, right: string): number {
  // Codes, versions and flight numbers that differ in anything are different.
  if (/\p{N}/u.test(right)) return Infinity;
  const length = Math.min(written.length, right.length);
  const limit = usualLimit(written, right);
  const distance = editDistance(written, right, length <= 3 ? MAX_SOUND_DISTANCE : limit);
  if (distance > MOVED_LETTER_DISTANCE && hasMovedLetter(written, right))
    return MOVED_LETTER_DISTANCE;
  if (distance <= limit) return distance;
  // The sound is compared last because it is the most expensive to compute.
  return length <= 3 && distance <= MAX_SOUND_DISTANCE && soundOf(written) === soundOf(right)
    ? distance
    : Infinity;
}

/** The greatest distance of a misspelled word, by the length of the shorter one. */
export function usualLimit(written: string, right: string): number {
  const length = Math.min(written.length, right.length);
  return length <= 3 ? 0.7 : length <= 5 ? 1.1 : length <= 7 ? 1.5 : 2.2;
}

/** How much farther a word may be if other words of the name are right. */
const BESIDE = 0.7;

/**
 * The same distance if other words of the name are right; then a word of four letters or more may
 * differ in two: “Otineno” for “Atieno”.
 */
export function distanceBeside(written: string, right: string): number {
  const distance = nameDistance(written, right);
  const limit = usualLimit(written, right) + BESIDE;
  if (distance < Infinity || Math.min(written.length, right.length) < 4) return distance;
  const farther = editDistance(written, right, limit);
  return farther <= limit && !/\p{N}/u.test(right) ? farther : Infinity;
}

/** True if a word differs only in the position of one letter other than the first: “Okwonko” for “Okonkwo”. */
function hasMovedLetter(written: string, right: string): boolean {
  const { length } = right;
  if (length < MIN_MOVED_LENGTH || written.length !== length) return false;
  let first = 0;
  while (first < length && written[first] === right[first]) first++;
  let last = length;
  while (last > first && written[last - 1] === right[last - 1]) last--;
  const [a, b] = [written.slice(first, last), right.slice(first, last)];
  const moved = a.slice(1) + a.charAt(0) === b || b.slice(1) + b.charAt(0) === a;
  return first > 0 && moved;
}
