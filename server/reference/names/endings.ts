import { wordSet } from '../../lexicon/wordSet.js';
/** Endings that turn a name into an adjective, a people, a plural, or the name of the other gender. */
const ENDINGS = wordSet(
  'a e i o r rs s an n en er ers es ese is ia ian ians ic ish ist ists ite ites man men ns y ' +
    'ies in ina ine ette k ks ov ova aya sky ska us um',
);

/** Endings that turn a place name ending in a vowel into an adjective or a people: “Mexico”, “Mexican”. */
const PLACE_ENDINGS = wordSet('an ans ian ians in ins ish ese ic ies');

/**
 * True if two folded words differ only in their ending and may both be correct: a place and its people (“Somalia”,
 * “Somalis”), singular and plural, a man's and a woman's name (“Francois”, “Francoise”). A doubled last letter
 * (“Hoffmann”) does not count as an ending.
 */
export function differInEnding(a: string, b: string): boolean {
  const [endA, endB, last] = endings(a, b);
  if (last === '' || isDoubled(endA, endB, last)) return false;
  return [endA, endB].every((end) => end === '' || ENDINGS.has(end));
}

/**
 * True if `written` may be a correct word derived from `right`, or the reverse: “Mexican” for “Mexico”, “Maria” for
 * “Mario”, “Kazakh” for “Kazakhs”, but not “Mexic”. Both are folded.
 */
export function isDerivedForm(written: string, right: string): boolean {
  const [endWritten, endRight, last] = endings(written, right);
  if (last === '' || isDoubled(endWritten, endRight, last)) return false;
  if (endRight === '') return ENDINGS.has(endWritten);
  if (endWritten === '') return endRight === 's' || endRight === 'es';
  if (`${endWritten}${endRight}` === 'ao' || `${endWritten}${endRight}` === 'oa') return true;
  return PLACE_ENDINGS.has(endWritten) && /^[aeiouy]*$/u.test(endRight);
}

/** True if two folded words differ only in a final vowel, like forms of a name in different languages: “Europa”. */
export function differInLastVowel(a: string, b: string): boolean {
  const [endA, endB, last] = endings(a, b);
  return last !== '' && /^[aeiouy]$/u.test(endA) && /^[aeiouy]$/u.test(endB);
}

/**
 * The endings of two words after their common prefix, and the last letter of that prefix, which is empty if the prefix
 * is shorter than three letters.
 */
function endings(a: string, b: string): readonly [string, string, string] {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return [a.slice(shared), b.slice(shared), shared < 3 ? '' : a.charAt(shared - 1)];
}

function isDoubled(endA: string, endB: string, last: string): boolean {
  return endB === last + endA || endA === last + endB;
}
