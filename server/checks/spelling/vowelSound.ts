import { entryOf } from './dictionary.js';

// The first sound of a word decides between “a” and “an”. Words that speakers pronounce differently
// are left open.

/** “Euro”, “one”, “unit”, “use”: written with a vowel, spoken with a consonant. */
const CONSONANT_SOUND =
  /^(?:eu|ewe|one(?!r)|once|ubiqu|ufo|ugand|uk(?!e$)|un(?:i(?![dmgn])|anim)|ur(?:an|in[aei]|ug|o)|us(?:e|a|ual|ur|ing)|ut(?![tm])|ouija)/u;

/** “unimportant”, “unidentified”: spoken with a vowel; “unidirectional”: not. Words with -gn- and -ng- are both. */
const VOWEL_SOUND_OF_U =
  /^u(?:ni(?:n[^gt]|nt|m[^o]|de)|n(?![ai])|[lmp]|g(?!an)|r[bgn]|tt|tm|sh|b[^i])/u;

/** “hour”, “honest”, “heir”: the h is silent. */
const SILENT_H = /^h(?:our(?!i)|onest|onou?r|eir(?!l))/u;

/** “historic”, “hotel”, “herb”: some say the h, and some write “an” before it. */
const DOUBTFUL_H =
  /^h(?:ist|otel|abit|allu|yst|ered|ero|erb|armo|ypo|ilar|umili|orri|ibern|isp|omage|um[bo]|uman)/u;

/** Letters whose names begin with a vowel sound. Some say “haitch”. */
const VOWEL_LETTERS = 'AEFILMNORSX';

/** True for a word after “an”, false for one after “a”; `undefined` if it is not certain. */
export function startsWithVowelSound(word: string): boolean | undefined {
  if (/^\d/u.test(word)) return numberSound(word);
  if (/^h(?:$|[A-Z])/iu.test(word) && word === word.toUpperCase()) return undefined;
  if (/^\p{L}$/u.test(word)) return VOWEL_LETTERS.includes(word.toUpperCase());
  if (/^\p{Lu}{2,}/u.test(word)) return initialismSound(word);
  const lower = word.toLowerCase();
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(lower)) return undefined;
  const first = lower.charAt(0);
  if (first === 'h') return silentH(lower);
  if (first === 'y') return /^y[aeiou]/u.test(lower) ? false : undefined;
  if (!'aeiou'.includes(first)) return isPlainWord(lower) ? false : undefined;
  if (CONSONANT_SOUND.test(lower)) return false;
  if (first === 'u' && !(VOWEL_SOUND_OF_U.test(lower) && isPlainWord(lower))) return undefined;
  return true;
}

/** Names and foreign words may be spoken in any way. */
function isPlainWord(lower: string): boolean {
  const entry = entryOf(lower.split('-')[0] ?? '');
  return entry?.wordCase === 'lower' && !entry.isDoubtful;
}

function silentH(lower: string): boolean | undefined {
  if (SILENT_H.test(lower)) return true;
  return DOUBTFUL_H.test(lower) || !isPlainWord(lower) ? undefined : false;
}

/** “8”, “80”, “11” and “18,000”, but not “110”. A year or a code may be read in parts. */
function numberSound(number: string): boolean | undefined {
  if (number.startsWith('8')) return true;
  if (/^1[18](?:\D|$)/u.test(number)) return true;
  return /^1[18]\d\d(?:\D|$)/u.test(number) ? undefined : false;
}

/** An abbreviation in capitals is spelt out or read as a word (“NATO”); certain only if both begin alike. */
function initialismSound(word: string): boolean | undefined {
  const isSpelt = word.length === 2 || !/[AEIOU]/u.test(word);
  const first = word.charAt(0);
  if (isSpelt) return VOWEL_LETTERS.includes(first);
  if ('AEIO'.includes(first)) return true;
  return VOWEL_LETTERS.includes(first) || first === 'U' ? undefined : false;
}
