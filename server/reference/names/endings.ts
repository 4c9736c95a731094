/** Endings that make an adjective, a people, a plural or a sister's name of another name. */
const ENDINGS = new Set(
  (
    'a e i o r rs s an n en er ers es ese is ia ian ians ic ish ist ists ite ites man men ns y ' +
    'ies in ina ine ette k ks ov ova aya sky ska us um'
  ).split(' '),
);

/**
 * Endings that make an adjective or a people of a name that ends in a vowel: “Mexico”, “Mexican”.
 */
const OF_PLACES = new Set('an ans ian ians in ins ish ese ic ies'.split(' '));

/**
 * True where two words differ in their ending only and both may be right: a place and its people
 * (“Somalia”, “Somalis”), one and many, a man's name and a woman's (“Francois”, “Francoise”). A last
 * letter doubled (“Hoffmann”) is no such ending. Both are folded.
 */
export function differInEnding(a: string, b: string): boolean {
  const [endA, endB, last] = endings(a, b);
  if (last === '' || isDoubled(endA, endB, last)) return false;
  return [endA, endB].every((end) => end === '' || ENDINGS.has(end));
}

/**
 * True where `written` may be a word of its own that is made from `right`, or the other way round:
 * “Mexican” for “Mexico”, “Maria” for “Mario”, “Kazakh” for “Kazakhs”; not “Mexic”. Both are folded.
 */
export function isDerivedForm(written: string, right: string): boolean {
  const [endWritten, endRight, last] = endings(written, right);
  if (last === '' || isDoubled(endWritten, endRight, last)) return false;
  if (endRight === '') return ENDINGS.has(endWritten);
  if (endWritten === '') return endRight === 's' || endRight === 'es';
  if (`${endWritten}${endRight}` === 'ao' || `${endWritten}${endRight}` === 'oa') return true;
  return OF_PLACES.has(endWritten) && /^[aeiouy]*$/u.test(endRight);
}

/**
 * True where only the last letters differ and both are vowels, as in a name's form in another
 * language: “Europa”. Both are folded.
 */
export function differInLastVowel(a: string, b: string): boolean {
  const [endA, endB, last] = endings(a, b);
  return last !== '' && /^[aeiouy]$/u.test(endA) && /^[aeiouy]$/u.test(endB);
}

/**
 * What follows what two words begin with alike, and the last letter of that; empty where they have
 * less than three letters in common.
 */
function endings(a: string, b: string): readonly [string, string, string] {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return [a.slice(shared), b.slice(shared), shared < 3 ? '' : a.charAt(shared - 1)];
}

function isDoubled(endA: string, endB: string, last: string): boolean {
  return (endA === '' && endB === last) || (endB === '' && endA === last);
}
