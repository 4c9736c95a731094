import { isKnownName } from './dictionary.js';

let countries: ReadonlySet<string> | undefined;

/** The single-word English names of the world's countries, from the platform's locale data. */
function countryNames(): ReadonlySet<string> {
  if (countries === undefined) {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');
    countries = new Set(
      letters
        .flatMap((a) => letters.map((b) => names.of(a + b) ?? ''))
        .filter((name) => /^\p{L}{4,}$/u.test(name)),
    );
  }
  return countries;
}

/**
 * True for a single-word English country name that is not also an ordinary word (“Peru”, but not
 * “Turkey”).
 */
export function isCountry(name: string): boolean {
  return countryNames().has(name) && isKnownName(name);
}

/** Function words that a missing space joins to the name after them: “andVietnam”. */
const FUSED_FUNCTION_WORD =
  /^(?:and|the|of|for|with|from|that|but|at|by|to|in|on|into|then|near|after|before)$/u;

/** Sentence openers that a missing full stop joins to the word before them: “peaceThe”. */
const FUSED_SENTENCE_OPENER =
  /^(?:The|He|She|They|This|That|These|Those|But|And|His|Her|Their|However|When|While|After|There)$/u;

/**
 * The start of the second of two fused words (“VietnamTheresa”, “andVietnam”, “peaceThe”), as an
 * offset into `word`; 0 if the word is not fused. Names with internal capitals (YouTube, McDonald,
 * PetroChina) are not fused words.
 */
export function fusedWordsOffset(word: string): number {
  const match = /^(\p{L}\p{Ll}+)(\p{Lu}\p{Ll}{2,}|He)$/u.exec(word);
  const [, first = '', second = ''] = match ?? [];
  if (first === '') return 0;
  const isFused =
    (FUSED_FUNCTION_WORD.test(first) && second.length > 3) ||
    (FUSED_SENTENCE_OPENER.test(second) && first.length > 2) ||
    (countryNames().has(first) && first.length > 3 && isKnownName(second)) ||
    (countryNames().has(second) && isKnownName(first));
  return isFused ? first.length : 0;
}
